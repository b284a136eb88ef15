#!/usr/bin/env python3
"""Each house rule finds its breach, where it is and nowhere else.

tidy_examples/RULE is a small tree that breaks that rule; its file `expected` names path:line of
each breach. tidy_examples/clean breaks none. The lists that tools/tidy.py keeps for our tree are
these two for the examples.
"""

import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import new_module

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE / "tidy_examples"

MODULE_PAIRS = {("letters", "people")}
MAY_CATCH = {"src/app/listed.cpp"}


def house():
    """tools/tidy.py as a module; its own name is taken by the folder of rules."""
    specification = importlib.util.spec_from_file_location("house", HERE / "tidy.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


HOUSE = house()
RULES = HOUSE.tree.RULES


def example(name):
    return HOUSE.tree.Tree(EXAMPLES / name, MODULE_PAIRS, MAY_CATCH)


class Rules(unittest.TestCase):
    def test_each_rule_has_an_example_and_each_example_a_rule(self):
        folders = {path.name for path in EXAMPLES.iterdir() if path.is_dir()}
        self.assertEqual(folders, set(RULES) | {"clean"})

    def test_each_rule_finds_its_breaches_and_no_others(self):
        for name, rule in RULES.items():
            with self.subTest(rule=name):
                expected = (EXAMPLES / name / "expected").read_text().split()
                self.assertTrue(expected, "an example without a breach shows nothing")
                found = {f"{path}:{line}" for path, line, _, _ in
                         HOUSE.findings_of({name: rule}, example(name))}
                self.assertEqual(sorted(found), sorted(expected))

    def test_a_clean_tree_breaks_none(self):
        self.assertEqual(HOUSE.findings_of(RULES, example("clean")), [])

    def test_each_rule_says_its_sentence(self):
        for name, rule in RULES.items():
            with self.subTest(rule=name):
                self.assertTrue((rule.__doc__ or "").strip().endswith("."))

    def test_examples_are_not_looked_at_with_our_tree(self):
        paths = {file.path for file in HOUSE.tree.Tree(HERE.parent).files}
        self.assertIn("tools/tidy.py", paths)
        self.assertEqual([path for path in paths if path.startswith("tools/tidy_examples/")], [])

    def test_examples_are_tracked(self):
        ignored = subprocess.run(["git", "check-ignore", *(str(path) for path in EXAMPLES.rglob("*"))],
                                 cwd=HERE.parent, capture_output=True, text=True).stdout
        self.assertEqual(ignored, "")


class Program(unittest.TestCase):
    def run_on(self, breach):
        """Runs tidy.py as a program in a tree of its own, perhaps with a breach."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "tools").mkdir()
            (root / "tools" / "tidy.py").write_text(
                (HERE / "tidy.py").read_text().replace("\nMAY_CATCH = {", "\nMAY_CATCH = {}\nUNUSED = {"))
            (root / "tools" / "tidy").symlink_to(HERE / "tidy")
            if breach:
                (root / "docs").mkdir()
                (root / "docs" / "page.md").write_text("one \n")
            return subprocess.run([sys.executable, root / "tools" / "tidy.py"],
                                  capture_output=True, text=True)

    def test_it_ends_with_one_and_says_where(self):
        run = self.run_on(breach=True)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("docs/page.md:1: no_trailing_blanks: No line ends with a blank.", run.stdout)
        self.assertRegex(run.stdout, r"\d+ files, \d+ rules, 1 findings\n$")

    def test_it_ends_with_zero_where_all_is_well(self):
        run = self.run_on(breach=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)

    def test_a_rule_that_is_not_there_is_an_error(self):
        run = subprocess.run([sys.executable, HERE / "tidy.py", "no_such_rule"],
                             capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)


class Reading(unittest.TestCase):
    """What rules rely on: C++ read just far enough."""

    def functions(self, text):
        source = HOUSE.tree.cpp.Source(text)
        return [(first, last) for first, last, _, _ in source.functions]

    def test_functions_are_told_from_what_is_beside_them(self):
        text = ("#define TRY(x) { x }\n"
                "namespace xb {\n"
                "struct S {\n"
                "  int f() const {\n"
                "    return 1;\n"
                "  }\n"
                "};\n"
                "BOOST_DESCRIBE_STRUCT(S, (), (a))\n"
                "class T : public S {\n"
                "  T() : S{1}, b_(2) {\n"
                "  }\n"
                "};\n"
                "constexpr int table[] = {1, 2};\n"
                "int g(int a = f(),\n"
                "      int b = 2) {\n"
                "  auto h = [] { return 3; };\n"
                "  return h();\n"
                "}\n"
                "}  // namespace xb\n")
        self.assertEqual(self.functions(text), [(4, 6), (10, 11), (14, 18)])

    def test_literals_and_comments_are_not_code(self):
        source = HOUSE.tree.cpp.Source(
            'auto a = "// no comment"; // one\nauto b = R"x(")")x"; auto c = \'"\'; auto d = 10\'000;\n')
        self.assertEqual([text for _, text in source.comments], ["// one"])
        self.assertEqual([text for _, text in source.strings], ["// no comment", '")"'])
        self.assertIn("10'000", source.code)


class NewModule(unittest.TestCase):
    """`./dev new` in a copy of what it reads and changes."""

    def setUp(self):
        self.root = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copytree(HERE.parent / "src", self.root / "src")
        shutil.copytree(HERE.parent / "data" / "texts", self.root / "data" / "texts")
        for path in ("CMakeLists.txt", "test/CMakeLists.txt"):
            (self.root / path).parent.mkdir(exist_ok=True)
            shutil.copy(HERE.parent / path, self.root / path)

    def findings(self):
        pairs, may_catch = HOUSE.MODULE_PAIRS, HOUSE.MAY_CATCH
        return set(HOUSE.findings_of(RULES, HOUSE.tree.Tree(self.root, pairs, may_catch)))

    def test_a_new_module_breaks_no_rule_and_is_registered(self):
        before = self.findings()
        paths = new_module.make(self.root, "site_visits", "site_visit")
        lines = {(path, sentence) for path, _, _, sentence in before}
        self.assertEqual([one for one in self.findings() if (one[0], one[3]) not in lines], [])
        self.assertIn("src/modules/site_visits/service_test.cpp", paths)
        for path, text in {
            "src/app/modules.cpp": "site_visits::routes(router);",
            "CMakeLists.txt": "xb_library(app DEPENDS modules/site_visits ",
            "test/CMakeLists.txt": " site_visits)",
            "src/modules/site_visits/types.h": "struct SiteVisit {",
            "data/texts/zh-CN/site_visits.toml": '"site_visit.missing"',
        }.items():
            self.assertIn(text, (self.root / path).read_text(encoding="utf-8"))
        for path in paths:
            self.assertNotRegex((self.root / path).read_text(encoding="utf-8"), r"(?i)\bsamples?\b")

    def test_what_cannot_be_is_refused_and_nothing_is_written(self):
        before = sorted(self.root.rglob("*"))
        for name in ("complaints", "clocks", "http", "Visits", "visit__s", "_visits", "visits_",
                     "visits2", "namespaces", "string_utils", "persons", "x" * 41):
            with self.subTest(name=name), self.assertRaises(new_module.Refused):
                new_module.make(self.root, name, new_module.singular_of(name))
        self.assertEqual(sorted(self.root.rglob("*")), before)


if __name__ == "__main__":
    unittest.main()
