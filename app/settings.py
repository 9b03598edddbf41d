"""What an installation may set, each by an environment variable named CANDOUR_ and the name."""

from base64 import urlsafe_b64decode
from enum import StrEnum
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from models import RegisterKind
from scrapers.http.ssrf import FetchPolicy
from scrapers.registers import find_a_tender
from scrapers.registers.companies_house import API

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Access(StrEnum):
    """Who is let in: those who sign in or hold a key, or anyone on this very machine."""

    SIGNED = "signed"
    OPEN = "open"


class Settings(BaseSettings):
    """Where data is kept and how the service runs.

    Attributes:
        home: Folder for the embedded database, the job engine's and the kept files.
        database_url: Address of the database; SQLite under `home` when empty. With PostgreSQL
            (`postgresql://…`) the job engine uses the same database.
        files_url: Address of an S3-compatible store for kept files (`s3://bucket/prefix`; needs
            the extra `s3`); a folder under `home` when empty.
        host: Address to serve on.
        port: Port to serve on.
        worker: Name of this process among those that share the database.
        access: `signed`, or `open` for trying the service out on a loopback address.
        public_url: The address by which people reach the service, such as
            `https://candour.example.gov.uk`; with https, cookies are sent over https only.
        session_hours: How long a sign-in lasts.
        rate: How many requests one caller may make, in the words of the `limits` package.
        wrong_rate: How many wrong keys and attempts to sign in one address may make.
        max_json_bytes: Largest body of a request.
        max_upload_bytes: Largest body of a request that carries files.
        max_anonymous_bytes: The same from people without an account who check a statement: two
            files of 15 MB.
        webhook_delays_s: Seconds before each new attempt at a delivery; when they are used up it
            is given up. These are the ones that the Standard Webhooks specification recommends.
        webhook_loopback: Receivers on this machine (`127.0.0.1:9000`), for trials only.
        contact: Where a site's owner can reach whoever runs this installation.
        fetch_loopback: Hosts on this machine (`127.0.0.1:9000`) that may be fetched, for trials.
        fetch_delay_s: Seconds between two requests to one host.
        traces_url: Where traces are sent (`http://collector:4318/v1/traces`; needs the extra
            `otel`); nowhere when empty.
        encoder: Whether a larger reader stands beside the classifier: more of what a statement
            says is found, and a sentence takes about a hundred times as long. On where its
            package, `onnxruntime`, is installed, as it is by default.
        anonymous_readers: How many processes read and judge what people without an account send;
            they have no others, so an officer's work never waits for them.
        officer_readers: How many processes read and draw for officers who wait for a page; as
            many as there are processors, four at most, when 0.
        job_readers: How many processes read for jobs; as many when 0.
        watch_hours: How often suppliers' websites and registers are looked at again; never when 0.
        companies_house_key: Key of Companies House's interface, by which the companies of matched
            suppliers are looked up again as often; none are when it is empty.
        companies_house_url: Where that interface is.
        register_urls: Where a copy of a register is kept on the web, by its kind
            (`{"debarment_list": "https://…/list.csv"}`), to be taken in as often.
        find_a_tender_url: Where Find a Tender is.
        contracts_finder_url: Where Contracts Finder is.
        award_buyers: The council's own names, or identifiers (`GB-PPON-…`), on Find a Tender. Its
            new awards are taken in once a day; none are when it is empty.
        oidc_issuer: OpenID Connect issuer by which people may sign in; none when empty.
        oidc_client_id: The identifier that the issuer gave this service.
        oidc_client_secret: The secret that goes with it.
        secrets_key: Keys that encrypt the secrets in the database, separated by spaces: the first
            encrypts, all decrypt. `candour secrets new-key` prints one.
        secrets_key_file: A file with the same, which only the service's user should read.
        trusted_proxies: Addresses or networks of proxies (`["127.0.0.1/32"]`) whose
            `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    """

    model_config = SettingsConfigDict(env_prefix="CANDOUR_", extra="ignore")

    home: Path = Path("var")
    database_url: str = ""
    files_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    worker: str = ""
    access: Access = Access.SIGNED
    public_url: str = ""
    session_hours: float = 12
    rate: str = "1200/minute"
    wrong_rate: str = "20/minute"
    max_json_bytes: int = 16_000_000
    max_upload_bytes: int = 200_000_000
    max_anonymous_bytes: int = 32_000_000
    webhook_delays_s: tuple[float, ...] = (
        5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    )  # fmt: skip
    webhook_loopback: frozenset[str] = frozenset()
    contact: str = FetchPolicy().contact
    fetch_loopback: frozenset[str] = frozenset()
    fetch_delay_s: float = FetchPolicy().delay_s
    traces_url: str = ""
    encoder: bool = Field(default_factory=lambda: find_spec("onnxruntime") is not None)
    anonymous_readers: int = Field(default=2, ge=1, le=64)
    officer_readers: int = Field(default=0, ge=0, le=64)
    job_readers: int = Field(default=0, ge=0, le=64)
    watch_hours: float = 24
    companies_house_key: str = ""
    companies_house_url: str = API
    register_urls: dict[RegisterKind, str] = {}
    find_a_tender_url: str = find_a_tender.SITE
    contracts_finder_url: str = find_a_tender.CONTRACTS_FINDER_SITE
    award_buyers: frozenset[str] = frozenset()
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    secrets_key: str = ""
    secrets_key_file: Path | None = None
    trusted_proxies: frozenset[IPv4Network | IPv6Network] = frozenset()

    @model_validator(mode="after")
    def _open_on_loopback_only(self) -> Self:
        if self.access is Access.OPEN and self.host not in LOOPBACK:
            raise ValueError(
                "open access is for a loopback address only: let people sign in, or serve on "
                "127.0.0.1"
            )
        return self

    @model_validator(mode="after")
    def _encoder_installed(self) -> Self:
        if self.encoder and not find_spec("onnxruntime"):
            raise ValueError(
                "the encoder needs a package that is not installed: pip install onnxruntime"
            )
        return self

    @property
    def secret_keys(self) -> list[str]:
        """The keys that encrypt the secrets in the database, the one in use first.

        Raises:
            OSError: The file that should hold them cannot be read.
        """
        text = self.secrets_key
        if self.secrets_key_file is not None:
            text = f"{text} {self.secrets_key_file.read_text(encoding='ascii')}"
        return text.split()

    @model_validator(mode="after")
    def _keys_that_encrypt(self) -> Self:
        try:
            keys = [urlsafe_b64decode(each) for each in self.secret_keys]
        except (OSError, ValueError) as error:
            raise ValueError(f"the key of the secrets cannot be read: {error}") from error
        if any(len(each) != 32 for each in keys):
            raise ValueError(
                "a key of the secrets has 32 bytes: make one by `candour secrets new-key`"
            )
        return self

    @property
    def embedded(self) -> bool:
        """Whether the database is SQLite, in files of this machine that migrate themselves."""
        return self.database.startswith("sqlite")

    @property
    def database(self) -> str:
        """The database's address, whichever way it was set."""
        given = self.database_url.replace("postgres://", "postgresql://", 1)
        given = given.replace("postgresql://", "postgresql+psycopg://", 1)
        return given or f"sqlite:///{(self.home / 'candour.sqlite').absolute()}"

    @property
    def job_database(self) -> str:
        """The address of the job engine's own tables."""
        if not self.embedded:
            return self.database
        return f"sqlite:///{(self.home / 'jobs.sqlite').absolute()}"

    @property
    def address(self) -> str:
        """The address by which people reach the service, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url.rstrip("/") or f"http://{host}:{self.port}"
