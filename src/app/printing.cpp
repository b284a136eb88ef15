#include "app/printing.h"

#include <cstdio>
#include <cstdlib>

namespace xb::app {

Language terminal_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view{value}.starts_with("zh") ? Language::zh_cn : Language::en;
  }
  return Language::en;
}

std::string sentence(const Refusal& refusal) {
  static const Texts texts = Texts::shipped();
  std::string out{texts.of(terminal_language(), refusal.code)};
  out += " [" + refusal.code;
  if (!refusal.field.empty()) out += ": " + refusal.field;
  return out + "]";
}

int say_refused(const Refusal& refusal, int exit_code) {
  std::fprintf(stderr, "xiaobao: %s\n", sentence(refusal).c_str());
  return exit_code;
}

}  // namespace xb::app
