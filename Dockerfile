# Candour as one image: `docker build -t candour .`. `compose.yaml` runs it with PostgreSQL.
FROM python:3.11-slim-bookworm AS build
WORKDIR /candour
RUN apt-get update && apt-get install -y --no-install-recommends make git && rm -rf /var/lib/apt/lists/*
COPY . .
# The styles are all that runs of what npm brings.
RUN make install && mv node_modules/govuk-frontend /styles && rm -rf node_modules \
    && mkdir node_modules && mv /styles node_modules/govuk-frontend

FROM python:3.11-slim-bookworm
RUN useradd --create-home candour && mkdir /data && chown candour /data
WORKDIR /candour
COPY --from=build /candour/.venv .venv
COPY --from=build /candour/node_modules node_modules
COPY --from=build /candour/pyproject.toml /candour/alembic.ini /candour/LICENSE ./
COPY --from=build /candour/app app
COPY --from=build /candour/models models
COPY --from=build /candour/scoring scoring
COPY --from=build /candour/scrapers scrapers
COPY --from=build /candour/migrations migrations
COPY --from=build /candour/examples examples
COPY --from=build /candour/docs/method.md docs/method.md
COPY --from=build /candour/deploy/launcher deploy/launcher
USER candour
ENV CANDOUR_HOME=/data CANDOUR_HOST=0.0.0.0 PATH=/candour/.venv/bin:$PATH
EXPOSE 8000
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
CMD ["candour", "serve"]
