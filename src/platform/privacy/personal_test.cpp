#include "platform/privacy/personal.h"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include <boost/json/serialize.hpp>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "core/json_struct.h"

namespace xb::privacy {
namespace {

template <class T>
concept Streams = requires(std::ostream& stream, const T& value) {
  stream << value;
};
template <class T>
concept ReadFromJson = requires(const boost::json::value& json) {
  Json<T>::read(json);
};

// `reveal` is the one door: nothing prints, converts or formats a personal value by chance.
template <class T>
constexpr bool keeps_to_itself =
    !std::is_convertible_v<T, std::string> && !std::is_convertible_v<T, std::string_view> &&
    !std::is_constructible_v<std::string, T> && !std::is_constructible_v<std::string_view, T> &&
    !std::is_convertible_v<T, const char*> && !std::is_convertible_v<T, bool> && !Streams<T> &&
    !fmt::is_formattable<T>::value;

static_assert(Streams<std::string> && fmt::is_formattable<std::string>::value);
static_assert(keeps_to_itself<Personal<Name>> && keeps_to_itself<Personal<Phone>> &&
              keeps_to_itself<Personal<IdentityNumber>> && keeps_to_itself<Personal<CardNumber>> &&
              keeps_to_itself<Personal<Email>> && keeps_to_itself<Personal<Address>> &&
              keeps_to_itself<Personal<Prose<100>>> && keeps_to_itself<Opened<Phone>>);

// Nor does a text become a personal value unchecked, nor one kind another.
static_assert(!std::is_constructible_v<Personal<Phone>, std::string> &&
              !std::is_constructible_v<Personal<Phone>, Personal<Name>> &&
              !std::is_assignable_v<Personal<Phone>&, Personal<CardNumber>> &&
              !std::is_constructible_v<Personal<Phone>, Opened<Phone>>);
static_assert(ReadFromJson<Personal<Phone>> && !ReadFromJson<Opened<Phone>>);

struct Caller {
  Personal<Name> name;
  std::optional<Personal<Phone>> phone;
  std::optional<Personal<IdentityNumber>> identity_number;
  Personal<Prose<100>> words;
};
BOOST_DESCRIBE_STRUCT(Caller, (), (name, phone, identity_number, words))

Result<Caller> read(const std::string& text) {
  const auto json = TRY(parse_json(text));
  return Json<Caller>::read(json);
}

TEST(Personal, IsMaskedInJson) {
  const auto caller = read(R"({"name":"欧阳修","phone":"138-0013-8000",)"
                           R"("identity_number":"11010519491231002X","words":"请拨13900139000"})");
  ASSERT_TRUE(caller) << caller.error().code << caller.error().field;
  EXPECT_EQ(to_json(*caller),
            R"({"name":"欧阳*","phone":"138-****-8000",)"
            R"("identity_number":"110***********002X","words":"请拨139****9000"})");
  EXPECT_EQ(caller->name.reveal(), "欧阳修");
  EXPECT_EQ(caller->phone->reveal(), "138-0013-8000");
}

TEST(Personal, ThatIsAbsentIsNull) {
  const auto caller = read(R"({"name":"张三","words":"无","phone":null})");
  ASSERT_TRUE(caller);
  EXPECT_EQ(to_json(*caller), R"({"name":"张*","phone":null,"identity_number":null,"words":"无"})");
}

TEST(Personal, IsCheckedByItsKind) {
  const struct {
    std::string text;
    std::string refused;
  } cases[] = {
      {R"({"name":"","words":"a"})", "field.empty name"},
      {R"({"name":1,"words":"a"})", "field.type name"},
      {R"({"words":"a"})", "field.required name"},
      {R"({"name":null,"words":"a"})", "field.type name"},
      {R"({"name":"张三","words":"a","phone":"123"})", "field.phone phone"},
      {R"({"name":"张三","words":"a","phone":["95588"]})", "field.type phone"},
      {R"({"name":"张三","words":"a","identity_number":"110105194912310021"})",
       "field.identity_check_digit identity_number"},
  };
  for (const auto& one : cases) {
    const auto caller = read(one.text);
    ASSERT_FALSE(caller) << one.text;
    EXPECT_EQ(caller.error().code + " " + caller.error().field, one.refused);
  }
}

TEST(Personal, ThatIsEmptyShowsNothing) {
  EXPECT_TRUE(Personal<Name>{}.empty());
  EXPECT_EQ(Personal<Name>{}.masked(), "");
  EXPECT_EQ(to_json(Personal<Email>{}), "\"\"");
}

TEST(Personal, ShowsItselfOnlyWhenOpened) {
  const auto phone = *Personal<Phone>::from("13800138000");
  EXPECT_EQ(to_json(phone), "\"138****8000\"");
  EXPECT_EQ(to_json(Opened<Phone>{phone.reveal()}), "\"13800138000\"");
  EXPECT_EQ(to_json(Opened<Name>{"a\"b"}), R"("a\"b")");
}

TEST(Personal, SaysInOpenApiThatItIsMasked) {
  Schemas parts;
  EXPECT_EQ(boost::json::serialize(Json<Personal<Phone>>::schema(parts)),
            R"({"type":"string","minLength":1,"maxLength":32,)"
            R"("description":"personal: masked in answers"})");
}

}  // namespace
}  // namespace xb::privacy
