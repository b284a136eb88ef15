// Against a plain scan: whatever is asked, the index finds what looking at every text finds.
#include <random>

#include "core/utf32.h"
#include "modules/search/search_fixture.h"

namespace xb::search {
namespace {

// Few characters, so that words stand in many texts, whole and in pieces.
const std::u32string letters = U"年费利息卡退还aＢ12３😀，。 ";

std::u32string drawn(std::mt19937& random, std::size_t least, std::size_t most) {
  std::u32string out;
  const std::size_t length = least + random() % (most - least + 1);
  while (out.size() < length) out += letters[random() % letters.size()];
  return out;
}

// Told here once more, for these characters.
std::u32string plain(const std::u32string& text) {
  std::u32string out;
  for (char32_t c : text) {
    if (c == U'Ｂ') c = U'b';
    if (c == U'３') c = U'3';
    if (c == U' ' && !out.empty() && out.back() == U' ') continue;
    out += c;
  }
  return out;
}

std::u32string trimmed(const std::u32string& text) {
  const auto first = text.find_first_not_of(U' ');
  if (first == std::u32string::npos) return {};
  return text.substr(first, text.find_last_not_of(U' ') - first + 1);
}

class AgainstAScan : public Searching {};

TEST_P(AgainstAScan, FindsWhatAPlainScanFinds) {
  std::mt19937 random{20'261'122};
  struct Told {
    std::int64_t id = 0;
    std::u32string text;
    bool is_at_donghu = true;
  };
  std::vector<Told> all;
  for (int i = 0; i < 150; ++i) {
    const std::u32string text = U"投诉" + drawn(random, 4, 60);
    const bool is_at_donghu = random() % 3 != 0;
    const auto id = registered_by(is_at_donghu ? bank_.li_na : bank_.zhou_jun, to_utf8(text), {},
                                  std::chrono::hours{37 * i});
    all.push_back({id.number, plain(text), is_at_donghu});
    if (i % 40 == 0) follow();
  }
  follow();
  std::size_t hits = 0;
  for (int i = 0; i < 300; ++i) {
    // Half of them are cut from a text; some are two words.
    std::u32string word = trimmed(plain(drawn(random, 2, 4)));
    if (i % 2 == 0) {
      const std::u32string& text = all[random() % all.size()].text;
      word = trimmed(text.substr(random() % (text.size() - 3), 2 + random() % 5));
    }
    const std::u32string more = i % 5 == 0 ? trimmed(plain(drawn(random, 1, 2))) : U"";
    if (word.size() < 2) continue;
    std::vector<std::int64_t> everywhere, at_donghu;
    for (const Told& one : all) {
      if (one.text.find(word) == std::u32string::npos) continue;
      if (one.text.find(more) == std::u32string::npos) continue;
      everywhere.push_back(one.id);
      if (one.is_at_donghu) at_donghu.push_back(one.id);
    }
    hits += everywhere.size();
    const std::string asked = to_utf8(U"\"" + word + U"\" \"" + more + U"\"");
    EXPECT_EQ(found(bank_.chen_yu, asked), everywhere) << asked;
    EXPECT_EQ(found(bank_.li_na, asked), at_donghu) << asked;
  }
  EXPECT_GT(hits, 1000u) << "this compares something";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AgainstAScan, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::search
