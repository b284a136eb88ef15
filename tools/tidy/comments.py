"""What comments are not for."""

import ast
import io
import re
import textwrap
import tokenize

from tidy.tree import rule

PROMISE = re.compile(r"\b(TO[D]O|FIX[M]E|HAC[K])\b")

# Where the rule itself stands.
SAYS_THE_RULE = ("STYLE.md",)

CPP_CODE = re.compile(
    r"\w\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*;$"            # a call
    r"|^[\w:<>*&,.\[\]\s>-]+\s[-+|&*/]?=\s[^=].*;$"          # an assignment
    r"|^(return|break|continue|throw|delete)\b[^.]*;$"
    r"|^#\s*(include|define|ifn?def|if|endif|pragma)\b"
    r"|^(if|for|while|switch)\s*\(.*\)\s*(\{|[^.]*;)?$"
    r"|^(else\s*)?\{$|^\}\s*(else\b.*)?;?$"
    r"|^(const|constexpr|auto|static|std::\w+|int|bool|void|class|struct|namespace)\b.*[;{]$")

SQL_CODE = re.compile(
    r"^(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|SELECT)\s.*(;|\()$|^\w+ (text|bigint)\b.*,$")


def comments_of(file):
    """(line, text without the comment's mark) of each comment. What a sentence introduces with a
    colon and sets in by two blanks more is quoted, so it is left out."""
    if file.is_source:
        before, quoting = -1, False
        for at, text in file.cpp.comments:
            for more, line in enumerate(text.split("\n")):
                number = file.cpp.line(at) + more
                bare = re.sub(r"^\s*(//+|/\*+|\*+/?)|\*+/\s*$", "", line)
                quoting = quoting and number == before + 1 and bare.startswith("   ")
                if not quoting:
                    yield number, bare.strip()
                before, quoting = number, quoting or bare.rstrip().endswith(":")
    elif file.suffix == ".py":
        try:
            for token in tokenize.generate_tokens(io.StringIO(file.text).readline):
                if token.type == tokenize.COMMENT:
                    yield token.start[0], token.string.lstrip("#").strip()
        except (tokenize.TokenError, IndentationError):
            return
    elif file.suffix == ".sql":
        for number, line in enumerate(file.lines, 1):
            if line.lstrip().startswith("--"):
                yield number, line.lstrip()[2:].strip()
    elif file.suffix in (".js", ".ts", ".tsx"):
        for number, line in enumerate(file.lines, 1):
            if line.lstrip().startswith("//"):
                yield number, line.lstrip()[2:].strip()


def is_python(text):
    """A statement that does something; a word or a figure alone is none."""
    if text.startswith(("noqa", "!")):
        return False
    if re.match(r"(if|for|while|def|class|with|elif|else|try|except)\b.*:$", text):
        return True
    try:
        body = ast.parse(textwrap.dedent(text)).body
    except SyntaxError:
        return False
    return any(isinstance(node, (ast.Assign, ast.AugAssign, ast.Return, ast.Import, ast.ImportFrom,
                                 ast.Raise, ast.Delete, ast.Assert))
               or isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) for node in body)


@rule
def no_promises(tree):
    """Nothing is left to do later in a comment: it is done, or it is an issue."""
    for file in tree.files:
        if file.is_foreign or file.name in SAYS_THE_RULE:
            continue
        for line in file.matches(PROMISE):
            yield file.path, line


@rule
def no_commented_out_code(tree):
    """No commented-out code."""
    for file in tree.files:
        if file.is_foreign:
            continue
        if file.is_source:
            for line in file.matches(r"^[ \t]*#[ \t]*if[ \t]+(0|false)\b", file.cpp.code):
                yield file.path, line
        for line, text in comments_of(file):
            dead = (is_python(text) if file.suffix == ".py" else
                    SQL_CODE.search(text) if file.suffix == ".sql" else CPP_CODE.search(text))
            if text and dead:
                yield file.path, line, text[:40]
