#include "core/texts.h"

#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "core/assets.h"
#include "core/text.h"

namespace xb {
namespace {

// The codes of each file of a language, by its name without the folder.
std::map<std::string, std::set<std::string>> codes_of(const std::string& folder) {
  std::map<std::string, std::set<std::string>> out;
  for (const Asset& file : assets(folder)) {
    auto& codes = out[std::string{file.path.substr(folder.size())}];
    for (const auto& [code, sentence] : toml::parse(file.bytes)) {
      codes.emplace(code.str());
      const auto text = sentence.value<std::string>();
      EXPECT_TRUE(text) << file.path << ": " << code.str();
      EXPECT_TRUE(check_text(text.value_or(""), 400, true)) << file.path << ": " << code.str();
    }
  }
  return out;
}

TEST(Texts, SayTheSameInBothLanguages) {
  const auto chinese = codes_of("data/texts/zh-CN/");
  const auto english = codes_of("data/texts/en/");
  EXPECT_GE(chinese.size(), 8u);
  EXPECT_EQ(chinese, english);
}

TEST(Texts, HaveEachCodeOnce) {
  for (const std::string folder : {"data/texts/zh-CN/", "data/texts/en/"}) {
    std::set<std::string> all;
    for (const auto& [file, codes] : codes_of(folder))
      for (const std::string& code : codes)
        EXPECT_TRUE(all.insert(code).second) << folder << file << ": " << code;
  }
}

TEST(Texts, AreFoundByCode) {
  const Texts texts = Texts::shipped();
  for (const auto& [file, codes] : codes_of("data/texts/en/"))
    for (const std::string& code : codes) {
      EXPECT_TRUE(texts.has(Language::en, code)) << code;
      EXPECT_TRUE(texts.has(Language::zh_cn, code)) << code;
      EXPECT_NE(texts.of(Language::en, code), code);
      EXPECT_NE(texts.of(Language::zh_cn, code), texts.of(Language::en, code)) << code;
    }
}

TEST(Texts, OfAnUnknownCodeAreTheCode) {
  const Texts texts = Texts::shipped();
  for (const Language language : {Language::zh_cn, Language::en}) {
    EXPECT_FALSE(texts.has(language, "no.such.code"));
    EXPECT_EQ(texts.of(language, "no.such.code"), "no.such.code");
  }
}

TEST(Texts, ComeInTheLanguageThatIsAskedForFirst) {
  const struct {
    std::string_view accept_language;
    Language expected;
  } cases[] = {
      {"", Language::zh_cn},
      {"*", Language::zh_cn},
      {"fr-FR, de", Language::zh_cn},
      {"en", Language::en},
      {"en-US,en;q=0.9", Language::en},
      {"fr, en;q=0.5", Language::en},
      {"zh-CN,zh;q=0.9,en;q=0.8", Language::zh_cn},
      {"en-GB, zh;q=0.5", Language::en},
  };
  for (const auto& one : cases)
    EXPECT_EQ(preferred(one.accept_language), one.expected) << one.accept_language;
}

TEST(Assets, AreFoundByPathAndByFolder) {
  EXPECT_TRUE(asset("data/texts/en/core.toml"));
  EXPECT_FALSE(asset("data/texts/en/"));
  EXPECT_FALSE(asset("data/texts/en/core.tom"));
  EXPECT_FALSE(asset(""));
  std::string last;
  for (const Asset& file : assets("data/texts/")) {
    EXPECT_LT(last, file.path);
    EXPECT_EQ(asset(file.path), file.bytes);
    last = file.path;
  }
  EXPECT_TRUE(assets("no such folder").empty());
}

}  // namespace
}  // namespace xb
