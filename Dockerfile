# Candour as one image: `docker build -t candour .`, then `docker run -p 8000:8000 -v candour:/data candour`.
FROM python:3.11-slim AS build
WORKDIR /candour
RUN apt-get update && apt-get install -y --no-install-recommends make git && rm -rf /var/lib/apt/lists/*
COPY . .
RUN make install

FROM python:3.11-slim
RUN useradd --create-home candour && mkdir /data && chown candour /data
COPY --from=build /candour /candour
WORKDIR /candour
USER candour
ENV CANDOUR_HOME=/data CANDOUR_HOST=0.0.0.0
EXPOSE 8000
CMD [".venv/bin/candour", "serve"]
