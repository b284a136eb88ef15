#include "app/printing.h"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace xb::app {
namespace {

const Texts& texts() {
  static const Texts shipped = Texts::shipped();
  return shipped;
}

// First words, or whole codes, of what says that nothing could be done.
constexpr std::string_view not_done[] = {
    "admin.",           "calendar.file", "clock",  "configuration.",    "database.",
    "directory.",       "export.file",   "field.", "import.broken_by_", "import.file_",
    "import.space_low", "internal",      "keys.",  "mapping.missing",   "outcome_unknown",
    "output.failed",    "rules.",        "serve.", "storage.",          "taxonomies.",
};

}  // namespace

Language terminal_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view{value}.starts_with("zh") ? Language::zh_cn : Language::en;
  }
  return Language::en;
}

std::string label(std::string_view code) {
  return std::string{texts().of(terminal_language(), code)};
}

std::string sentence(const Refusal& refusal) {
  std::string out = label(refusal.code) + " [" + refusal.code;
  if (!refusal.field.empty()) out += ": " + refusal.field;
  return out + "]";
}

int exit_code_of(const Refusal& refusal) {
  for (const std::string_view start : not_done)
    if (refusal.code.starts_with(start)) return 2;
  return 1;
}

int say_refused(const Refusal& refusal) {
  erase_progress();
  std::fprintf(stderr, "xiaobao: %s\n", sentence(refusal).c_str());
  return exit_code_of(refusal);
}

std::string padded(const std::string& text, std::size_t columns) {
  std::size_t taken = 0;
  for (const char byte : text) {
    const auto unit = static_cast<unsigned char>(byte);
    if (unit < 0x80 || unit >= 0xC0) ++taken;  // each character, and again if it is a wide one
    if (unit >= 0xE3) ++taken;                 // from U+3000 on: what we print there is wide
  }
  return text + std::string(taken < columns ? columns - taken : 0, ' ');
}

void erase_progress() {
  if (isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
}

}  // namespace xb::app
