"""What every text file looks like, whatever is in it."""

import re

from tidy.tree import rule

BINARY = (".png", ".jpg", ".webp", ".ico", ".woff2", ".xlsx", ".zip", ".pdf", ".db")
WITH_TABS = (".mk", ".csv", ".tsv")
WITH_TABS_NAMES = ("Makefile", "GNUmakefile", ".gitmodules")

# What a URL may name: names of XML vocabularies, this machine, a licence, where notices of the State
# Council stand; and examples (RFC 2606).
HOSTS = {"localhost", "127.0.0.1", "www.apache.org", "schemas", "purl.oclc.org",
         "schemas.openxmlformats.org", "www.gov.cn", "www.w3.org"}
EXAMPLES = re.compile(r"(^|\.)(example(\.(com|net|org))?|test|invalid)$")


def texts(tree):
    return [file for file in tree.files if not file.is_foreign and file.suffix not in BINARY]


@rule
def text_is_utf8(tree):
    """Text files are UTF-8 without a byte order mark, with LF alone at the end of a line."""
    for file in texts(tree):
        try:
            file.bytes.decode()
        except UnicodeDecodeError as error:
            yield file.path, file.bytes.count(b"\n", 0, error.start) + 1, "not UTF-8"
            continue
        if file.text.startswith("\ufeff"):
            yield file.path, 1, "a byte order mark"
        for line in file.matches("\r"):
            yield file.path, line, "a carriage return"
        for line in file.matches("\x00"):
            yield file.path, line, "a NUL"


@rule
def one_newline_at_the_end(tree):
    """A text file ends with one newline."""
    for file in texts(tree):
        if file.text and (not file.text.endswith("\n") or file.text.endswith("\n\n")):
            yield file.path, file.text.rstrip("\n").count("\n") + 1


@rule
def no_trailing_blanks(tree):
    """No line ends with a blank."""
    for file in texts(tree):
        for line in file.matches(r"[ \t\u3000]+$"):
            yield file.path, line


@rule
def no_tabs(tree):
    """No tabs, except where a format wants them."""
    for file in texts(tree):
        if file.suffix not in WITH_TABS and file.name not in WITH_TABS_NAMES:
            for line in file.matches("\t"):
                yield file.path, line


@rule
def no_foreign_hosts(tree):
    """A URL names only hosts that tools/tidy/text.py lists: no registry, mirror or machine of
    ours."""
    for file in texts(tree):
        for found in re.finditer(r"\b(?:https?|git|ssh|ftp)://([\w.@-]+)", file.text):
            host = found[1].rpartition("@")[2].rstrip(".")
            if host not in HOSTS and not EXAMPLES.search(host):
                yield file.path, file.text.count("\n", 0, found.start()) + 1, host
        for line in file.matches(r'"resolved":\s*"http'):
            yield file.path, line, "a lock file that names a registry"
        for line in file.matches(
                r"\bregistry\.(?:npm|yarn)\w*\.\w+|\bpypi\.org|\bdeb\.debian\.org"):
            yield file.path, line, "a registry"


@rule
def no_machine_paths(tree):
    """No path of the machine it was written on."""
    for file in texts(tree):
        for found in re.finditer(r"(?<![\w.)}~-])/(?:work|root|farm|home|Users)/[\w.]", file.text):
            yield file.path, file.text.count("\n", 0, found.start()) + 1
