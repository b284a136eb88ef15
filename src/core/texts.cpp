#include "core/texts.h"

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb {
namespace {

std::map<std::string, std::string, std::less<>> read_all(std::string_view folder) {
  std::map<std::string, std::string, std::less<>> out;
  for (const Asset& file : assets(folder)) {
    const toml::table table = toml::parse(file.bytes);
    for (const auto& [code, sentence] : table) {
      const auto text = sentence.value<std::string>();
      ensure(text.has_value(), "a text is no string");
      out.emplace(std::string{code.str()}, *text);
    }
  }
  return out;
}

}  // namespace

Texts Texts::shipped() {
  Texts texts;
  texts.chinese_ = read_all("data/texts/zh-CN/");
  texts.english_ = read_all("data/texts/en/");
  return texts;
}

std::string_view Texts::of(Language language, std::string_view code) const {
  const auto& texts = language == Language::en ? english_ : chinese_;
  const auto found = texts.find(code);
  return found == texts.end() ? code : std::string_view{found->second};
}

bool Texts::has(Language language, std::string_view code) const {
  return (language == Language::en ? english_ : chinese_).contains(code);
}

Language preferred(std::string_view accept_language) {
  const std::size_t english = accept_language.find("en");
  const std::size_t chinese = accept_language.find("zh");
  return english < chinese ? Language::en : Language::zh_cn;
}

}  // namespace xb
