// The server's sentences, by code, in Chinese and English. They ship as
// data/texts/<language>/*.toml and are used by problem documents, OpenAPI, explanations and
// letters.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace xb {

enum class Language { zh_cn, en };

class Texts {
 public:
  // From what ships. Aborts on a file that cannot be read: it was checked when it was built.
  static Texts shipped();

  // The sentence, or the code itself where there is none.
  std::string_view of(Language language, std::string_view code) const;
  bool has(Language language, std::string_view code) const;

 private:
  std::map<std::string, std::string, std::less<>> chinese_;
  std::map<std::string, std::string, std::less<>> english_;
};

// The first of `zh`, `en` in an Accept-Language header; Chinese if neither stands there.
Language preferred(std::string_view accept_language);

}  // namespace xb
