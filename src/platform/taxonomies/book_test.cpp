#include "platform/taxonomies/book.h"

#include <gtest/gtest.h>

#include "platform/taxonomies/views.h"

namespace xb::taxonomies {
namespace {

const Date today = *parse_date("2026-03-02");

// A file of the taxonomy `cause` with these items and, beside its head, `more`.
std::string file(std::string_view items, std::string_view head = R"(taxonomy = "cause"
zh = "原因"
en = "cause"
version = 1
effective_from = 2020-01-01
source = "test"
mark = "design"
)") {
  return std::string{head} + "items = [" + std::string{items} + "]\n";
}
constexpr const char* service = R"({code = "service", zh = "服务", en = "service"},)";
constexpr const char* own_head = R"(taxonomy = "cause"
version = 3
effective_from = 2026-01-01
)";

Result<Book> read(const std::string& shipped, const std::string& own = {}) {
  const File first{"cause.toml", shipped};
  const File second{"own.toml", own};
  return Book::read({&first, 1}, {&second, own.empty() ? 0u : 1u});
}
std::string refusal(const Result<Book>& book) {
  return book ? "none" : book.error().code + " " + book.error().field;
}
std::string chosen(const Book& book, const char* taxonomy, const char* text) {
  const auto code = book.choose(taxonomy, text, today);
  return code ? *code : code.error().code;
}

class Shipped : public testing::Test {
 protected:
  const Book book_ = *Book::read(shipped(), {});
};

TEST_F(Shipped, HasTheFiveClassificationsAndWhatStandsBesideThem) {
  for (const char* name :
       {"source", "intake_channel", "business_channel", "business", "cause", "right", "region",
        "product", "customer_group", "customer_kind", "intake_kind", "claim_kind", "care",
        "agent_relation", "supplement_ground"})
    EXPECT_NE(book_.find(name), nullptr) << name;
  EXPECT_EQ(book_.find("right")->items.size(), 8u) << "the eight rights of consumers";
}

TEST_F(Shipped, ShowsNoCodeAsOfficial) {
  for (const Taxonomy& taxonomy : book_.all())
    for (const Item& item : taxonomy.items)
      EXPECT_FALSE(item.official_code.has_value()) << taxonomy.name << " " << item.code;
}

TEST_F(Shipped, HasTheBigClassesOfTheStandardAsFound) {
  for (const auto& [name, count] :
       {std::pair{"business", 14u}, {"cause", 13u}, {"business_channel", 2u}}) {
    std::size_t big = 0;
    for (const Item& item : book_.find(name)->items)
      if (!item.parent) {
        ++big;
        EXPECT_EQ(item.mark, Mark::found) << item.code;
      }
    EXPECT_EQ(big, count) << name;
  }
}

TEST_F(Shipped, TakesACodeANameAPathAndWhatRegistersWrite) {
  for (const char* text : {"hotline", "客服热线", "电话"})
    EXPECT_EQ(chosen(book_, "intake_channel", text), "hotline") << text;
  EXPECT_EQ(chosen(book_, "business", "银行卡-信用卡-盗刷"), "credit_card_fraud");
  EXPECT_EQ(chosen(book_, "business", "借记卡盗刷"), "debit_card_fraud");
  EXPECT_EQ(chosen(book_, "business", "盗刷"), "taxonomy.unknown") << "two items have the name";
  EXPECT_EQ(chosen(book_, "business", "其他"), "other_business") << "a path of one name";
  EXPECT_EQ(chosen(book_, "business", "房贷"), "taxonomy.unknown");
  EXPECT_EQ(chosen(book_, "no_such", "hotline"), "taxonomy.unknown");
}

TEST_F(Shipped, KnowsWhatIsAboveAndBelow) {
  EXPECT_EQ(book_.top_of("business", "credit_card_fees"), "bank_card");
  EXPECT_EQ(book_.top_of("business", "loan"), "loan");
  EXPECT_EQ(book_.top_of("business", "没有"), "");
  EXPECT_EQ(book_.below("currency", "x").size(), 0u);
  EXPECT_EQ(book_.below("source", "regulator_referral"),
            (std::vector<std::string>{"regulator_referral", "nfra_referral", "pboc_referral"}));
  EXPECT_LT(book_.rank("customer_group", "extreme_words"), book_.rank("customer_group", "elderly"));
  EXPECT_EQ(book_.rank("customer_group", "?"), SIZE_MAX);
}

TEST_F(Shipped, NamesTheCareOwedToEachGroup) {
  for (const Item& item : book_.find("customer_group")->items)
    EXPECT_EQ(item.care.empty(), !item.parent) << item.code;
}

TEST(ABook, HasANumberOfItsOwnForEachContent) {
  const auto book = read(file(service));
  EXPECT_EQ(book->version(), read(file(service))->version());
  EXPECT_NE(book->version(), read(file(service), file("", own_head))->version());
  EXPECT_EQ(view_of(*book).version, book->version());
}

TEST(ABook, TakesWhatABankAddsAndAmends) {
  const auto book = read(
      file(std::string{service} + R"({code = "old", zh = "旧", en = "old"},)"
                                  R"({code = "older", zh = "更旧", en = "older", parent = "old"})"),
      file(R"({code = "queue", zh = "排队", en = "queue", parent = "service"})", own_head) +
          R"(amendments = [{code = "service", official_code = "C01"},
                           {code = "old", retired_on = 2026-02-01}])");
  ASSERT_TRUE(book.has_value()) << refusal(book);
  EXPECT_EQ(chosen(*book, "cause", "排队"), "queue");
  EXPECT_EQ(book->item("cause", "queue")->mark, Mark::bank);
  EXPECT_EQ(book->item("cause", "service")->official_code, "C01");
  EXPECT_EQ(chosen(*book, "cause", "old"), "taxonomy.retired");
  EXPECT_EQ(chosen(*book, "cause", "older"), "taxonomy.retired") << "with what it belongs to";
  EXPECT_EQ(book->known_as("cause", "old")->zh, "旧") << "cases that have it still show it";
  EXPECT_EQ(book->find("cause")->own_version, 3);
  EXPECT_EQ(book->choose("cause", "queue", *parse_date("2025-12-31")).error().code,
            "taxonomy.retired")
      << "before its first day";
}

TEST(ABook, RefusesWhatIsWrongWithItsPlace) {
  const auto item = [](std::string_view more) {
    return file(std::string{service} + R"(
  {code = "queue", zh = "排队", en = "queue", )" +
                std::string{more} + "}");
  };
  const struct {
    std::string text;
    std::string refused;
  } cases[] = {
      {"taxonomy = ", "taxonomies.malformed cause.toml:1"},
      {file("1"), "taxonomies.malformed cause.toml:1 items"},
      {item(R"(parent = "nobody")"), "taxonomies.unknown_parent cause.toml:9 queue"},
      {item(R"(parent = "queue")"), "taxonomies.cycle cause.toml:9 queue"},
      {item(R"(color = "red")"), "taxonomies.unknown_key cause.toml:9 queue color"},
      {item(R"(mark = "sure")"), "taxonomies.word cause.toml:9 queue mark"},
      {item(R"(care = ["love"])"), "taxonomies.unknown_item cause queue care love"},
      {item(R"(other_names = ["服务"])"), "taxonomies.double_name cause queue 服务"},
      {item("retired_on = 2019-01-01"), "taxonomies.dates cause.toml:9 queue retired_on"},
      {item(R"(parent = "service", effective_from = 2019-01-01)"),
       "taxonomies.dates cause.toml:9 queue"},
      {file(std::string{service} + service), "taxonomies.double_code cause.toml:8 service"},
      {file(R"({code = "Queue", zh = "a", en = "a"})"), "taxonomies.word cause.toml:8 code"},
      {file(R"({code = "queue", en = "a"})"), "taxonomies.missing cause.toml:8 queue zh"},
      {file("", own_head), "taxonomies.missing cause.toml:1 zh"},
      {file("") + R"(amendments = [{code = "x"}])", "taxonomies.unknown_item cause.toml:9 x"},
  };
  for (const auto& [text, refused] : cases) EXPECT_EQ(refusal(read(text)), refused) << text;
  EXPECT_EQ(refusal(read(file(service), file(service, own_head))),
            "taxonomies.double_code own.toml:4 service");
  EXPECT_EQ(refusal(read(file(service),
                         file("", own_head) +
                             R"(amendments = [{code = "service", retired_on = 2000-01-01}])")),
            "taxonomies.dates own.toml:5 service");
}

TEST(ABook, TakesATaxonomyOfTheBanksOwn) {
  const auto book = read(file(service), file(R"({code = "vip", zh = "贵宾", en = "VIP"})", R"(
taxonomy = "segment"
zh = "客层"
en = "segment"
version = 7
effective_from = 2026-01-01
source = "行内"
)"));
  ASSERT_TRUE(book.has_value()) << refusal(book);
  EXPECT_EQ(book->find("segment")->own_version, 7);
  EXPECT_EQ(book->find("segment")->version, 0);
}

}  // namespace
}  // namespace xb::taxonomies
