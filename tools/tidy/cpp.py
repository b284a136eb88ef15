"""C++ read just far enough: comments, literals, includes, and where functions begin and end."""

import functools
import re

TOKEN = re.compile(
    r"""
    (?P<include>^[ \t]*\#[ \t]*include[ \t]*(?P<target><[^>\n]+>|"[^"\n]+"))
  | (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<raw>(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\((?P<inside>.*?)\)(?P=tag)")
  | (?P<string>"(?:[^"\\\n]|\\.)*")
  # Not the separator in 10'000.
  | (?P<character>(?<![0-9A-Za-z_])'(?:[^'\\\n]|\\.)+')
    """,
    re.M | re.S | re.X)

# Preprocessor lines, and macros that stand between declarations without a semicolon.
DIRECTIVE = re.compile(
    r"^[ \t]*#(?:[^\\\n]|\\.)*|\bBOOST_DESCRIBE_\w+\((?:[^()]|\([^()]*\))*\)", re.M | re.S)
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
# `Name(int a) : a_` before the brace of `a_{a}`.
MEMBER_INITIALISER = re.compile(r"\)[^;{}]*(?<!:):(?!:)[^;{}]*[\w>]\s*$")


def blank(text):
    """As long as `text` and with the same lines."""
    return re.sub(r"[^\n]", " ", text)


class Source:
    """`code` is the text with comments, contents of literals and includes blanked, so that offsets
    and lines stay. `strings`, `comments` and `includes` are (offset, text)."""

    def __init__(self, text):
        self.strings, self.comments, self.includes = [], [], []
        self.text = text
        self.code = TOKEN.sub(self._take, text)

    def _take(self, found):
        at, text = found.start(), found.group()
        if found["include"] is not None:
            self.includes.append((at, found["target"]))
            return blank(text)
        if found["comment"] is not None:
            self.comments.append((at, text))
            return blank(text)
        if found["character"] is not None:
            return "'" + blank(text[1:-1]) + "'"
        value = found["inside"] if found["raw"] is not None else text[1:-1]
        self.strings.append((at, value))
        return '"' + blank(text[1:-1]) + '"'

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    @functools.cached_property
    def functions(self):
        """(first line, last line, offset of `{`, offset of `}`) of each function that stands in a
        namespace or class; lambdas and local classes belong to the function they stand in."""
        return list(functions_of(DIRECTIVE.sub(lambda found: blank(found.group()), self.code)))

    def is_in_function(self, offset):
        return any(begin < offset < end for _, _, begin, end in self.functions)


def functions_of(code):
    stack = []  # of each open brace: is it a scope, where its head begins, where it stands
    head_at = 0
    for found in re.finditer(r"[{};]", code):
        at = found.start()
        in_scope = all(is_scope for is_scope, _, _ in stack)
        head = code[head_at:at]
        if found.group() == "{":
            if in_scope and head.count("(") != head.count(")"):
                stack.append((False, head_at, -1))  # braces inside an argument list
            elif in_scope and MEMBER_INITIALISER.search(head):
                stack.append((False, head_at, -1))
            elif in_scope and is_function_head(head):
                stack.append((False, head_at, at))
            else:
                stack.append((bool(SCOPE.search(head)), head_at, -1))
            if stack[-1][0] or not in_scope or stack[-1][2] >= 0:
                head_at = at + 1
        elif found.group() == "}" and stack:
            is_scope, begun_at, brace = stack.pop()
            if brace >= 0:
                text_at = begun_at + len(code[begun_at:]) - len(code[begun_at:].lstrip())
                yield code.count("\n", 0, text_at) + 1, code.count("\n", 0, at) + 1, brace, at
            inner_of_head = not is_scope and brace < 0 and all(scope for scope, _, _ in stack)
            if not inner_of_head:
                head_at = at + 1
        elif found.group() == ";" and in_scope:
            head_at = at + 1


def is_function_head(head):
    """`int f(int x) const` rather than `struct S`, `namespace n` or `int table[] =`."""
    bare = re.sub(r"\boperator\s*[^\s\w(]+|[=!<>]=", "op", head)
    if ")" not in bare or re.search(r"(?<![\w)\]])=|=\s*$", without_parentheses(bare)):
        return False
    return not re.search(r"^\s*(template\s*<[^{}]*>\s*)?(namespace|enum)\b", bare)


def without_parentheses(text):
    """Without what stands in (…) and <…>, where a default may have a `=`."""
    while True:
        shorter = re.sub(r"\([^()]*\)|<[^<>]*>", "", text)
        if shorter == text:
            return text
        text = shorter
