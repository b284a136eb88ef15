"""A PostgreSQL of a test's own, or the one the test run has started."""

import os
import pathlib
import subprocess
import uuid

SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "support" / "postgres.sh"


def folder():
    """The socket folder of the server of this test run, or nothing."""
    return os.environ.get("XB_TEST_POSTGRES") or None


def new_database():
    """An empty database; returns its URL."""
    name = "bb_" + uuid.uuid4().hex[:12]
    execute(f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={folder()}"


def execute(sql, database="postgres"):
    return subprocess.run(["psql", "-qAtX", "-h", folder(), "-U", "postgres", "-d", database, "-c", sql],
                          check=True, capture_output=True, text=True).stdout


def name_of(url):
    return url.split("@/")[1].split("?")[0]


def databases():
    """What each test of a story runs on: None is SQLite."""
    return ["sqlite", "postgres"] if folder() else ["sqlite"]


def url_for(kind):
    return new_database() if kind == "postgres" else None
