"""What an installation may set, each by an environment variable named CANDOUR_ and the name."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where data is kept and how the service runs.

    Attributes:
        home: Folder for the embedded database, the job engine's and the kept files.
        database_url: SQLAlchemy address of the database; SQLite under `home` when empty. With
            PostgreSQL (`postgresql+psycopg://…`) the job engine uses the same database.
        host: Address to serve on.
        port: Port to serve on.
        worker: Name of this process among those that share the database.
    """

    model_config = SettingsConfigDict(env_prefix="CANDOUR_", extra="ignore")

    home: Path = Path("var")
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    worker: str = ""

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
