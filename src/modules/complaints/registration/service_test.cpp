#include "modules/complaints/registration/service.h"

#include <fstream>
#include <sstream>

#include <boost/json/serialize.hpp>

#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/following/service.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"

namespace xb::complaints {
namespace {

using test::monday;

class Registration : public Department {
 protected:
  // Its rows, as stored.
  std::vector<std::string> rows(const char* table) { return world().at(table); }
};

TEST_P(Registration, GivesTheComplaintItsNumberStateAndClock) {
  const ComplaintState state = registered();
  EXPECT_EQ(state.state, State::registered);
  EXPECT_EQ(state.version, 1);
  EXPECT_EQ(state.number, number_for(test::keys(), *parse_date("2026-03-02"), state.id));
  EXPECT_TRUE(has_check_digit(state.number));
  ASSERT_EQ(state.clocks.size(), 1u);
  const ClockView& clock = state.clocks[0];
  EXPECT_EQ(clock.span, "decide");
  EXPECT_EQ(clock.started_at, *parse_instant("2026-03-01T20:00:00+08:00"));
  EXPECT_EQ(clock.due_on, *parse_date("2026-03-16"));
  EXPECT_EQ(clock.due_at, *parse_instant("2026-03-17T00:00:00+08:00"));
  EXPECT_FALSE(clock.stopped_at.has_value());
  EXPECT_FALSE(clock.source.empty());
}

TEST_P(Registration, GivesACodeForTheReceiptThatIsKeptNowhere) {
  const auto made = registered();
  ASSERT_TRUE(made.receipt_code.has_value());
  EXPECT_EQ(made.receipt_code->size(), 16u);
  const auto code =
      bank_.read(bank_.li_na, [&](Work& work) { return receipt_code_of(work, made.id); });
  EXPECT_EQ(made.receipt_code, code) << "by which the portal knows it";
  EXPECT_FALSE(test::holds(world(), *made.receipt_code));
  EXPECT_EQ(to_json(found(made.id)).find(*made.receipt_code), std::string::npos);
  const auto praise = take_in_as(bank_.li_na, IntakeKind::praise, least_complaint);
  ASSERT_TRUE(praise.has_value()) << refusal(praise);
  EXPECT_FALSE(praise->receipt_code.has_value()) << "nobody follows it";
}

TEST_P(Registration, NumbersTheDayOfTheBankAndNotOfGreenwich) {
  const auto late = *parse_instant("2026-03-02T17:00:00Z");  // already the third at the bank
  EXPECT_TRUE(registered(least_complaint, late).number.starts_with("20260303"));
}

TEST_P(Registration, KeepsEverythingThatWasTold) {
  const ComplaintState state = registered();
  const auto opened = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    return open_fields(
        work, state.id,
        input<Opening>(R"({"fields": ["name", "phone", "identity_number", "card_number", "email",
                           "address", "summary", "description", "claim"], "reason": "核对"})"));
  });
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(
      to_json(*opened),
      R"({"name":"欧阳明月","phone":"138-1234-5678","identity_number":"11010519491231002X",)"
      R"("card_number":"6222 0212 3456 7890 123","email":"Mingyue@example.com",)"
      R"("address":"江澜市文昌路18号","credit_code":null,"agent_name":null,)"
      R"("agent_phone":null,"agent_identity_number":null,"agent_proof":null,"summary":"贷款利率与宣传不符",)"
      R"("description":"客户经理口头承诺另一利率，可致电13987654321核实","claim":"退还利息",)"
      R"("method":null,"result":null,"source_record":null})");
  const ComplaintView view = found(state.id);
  EXPECT_EQ(view.source->str(), "regulator_referral");
  EXPECT_EQ(view.intake_channel.str(), "hotline");
  EXPECT_EQ(view.business_channel->str(), "mobile_app");
  EXPECT_EQ(view.business->str(), "consumer_loan");
  EXPECT_EQ(view.cause->str(), "pricing");
  EXPECT_EQ(view.origin, Origin::registered);
  EXPECT_EQ(view.registered_at, monday);
  EXPECT_EQ(view.due_at, state.clocks[0].due_at);
  EXPECT_EQ(view.branch_id, bank_.li_na.place.branch_id);
  EXPECT_EQ(view.outlet_id, bank_.li_na.place.outlet_id);
  EXPECT_FALSE(view.sub_branch_id.has_value());
}

TEST_P(Registration, TakesWhatWasNotToldAsAbsentAndTheTimeAsNow) {
  const ComplaintView view = found(registered(least_complaint).id);
  EXPECT_EQ(view.received_at, monday);
  for (const auto* code : {&view.source, &view.business_channel, &view.business, &view.cause})
    EXPECT_FALSE(code->has_value());
  EXPECT_FALSE(view.description.has_value());
  EXPECT_FALSE(view.claim.has_value());
  EXPECT_FALSE(view.source_record.has_value());
  EXPECT_FALSE(view.complainant->phone.has_value());
  EXPECT_FALSE(view.closed_at.has_value());
}

TEST_P(Registration, LeavesOneEntryWithThePersonalFieldsAsCommitmentsOnly) {
  const ComplaintState state = registered();
  bank_.place();
  const auto entries = entries_of(state.id.number);
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].kind, "complaint.registered");
  EXPECT_EQ(entries[0].at, monday);
  EXPECT_EQ(entries[0].actor_id, bank_.li_na.person);
  EXPECT_TRUE(entries[0].place.has_value());
  const auto facts = parse_json(entries[0].facts.text).value().as_object();
  EXPECT_EQ(facts.at("number").as_string(), boost::json::string_view(state.number.data(), 16));
  EXPECT_EQ(facts.at("cause").as_string(), "pricing");
  EXPECT_EQ(facts.at("received_at").as_string(), "2026-03-01T12:00:00.000Z");
  ASSERT_EQ(facts.at("clocks").as_array().size(), 1u);
  const auto& clock = facts.at("clocks").as_array()[0].as_object();
  EXPECT_EQ(clock.at("span").as_string(), "decide");
  EXPECT_EQ(clock.at("step").as_object().at("at").as_string(), "2026-03-01T12:00:00.000Z");
  EXPECT_EQ(facts.at("outlet_id").as_int64(), bank_.li_na.place.outlet_id.number);
  for (const char* name : {"summary", "description", "claim", "name", "phone"})
    EXPECT_FALSE(facts.contains(name)) << name;
}

TEST_P(Registration, CommitsToAllThatIsKnownOfWhoComplains) {
  const auto id = registered().id;
  const auto sealed = parse_json(sealed_in(id, 1)).value().as_object();
  const struct {
    const char* name;
    const char* value;
  } told[] = {{"name", "欧阳明月"},
              {"phone", "138-1234-5678"},
              {"identity_number", "11010519491231002X"},
              {"card_number", "6222 0212 3456 7890 123"},
              {"email", "Mingyue@example.com"},
              {"address", "江澜市文昌路18号"}};
  for (const auto& [name, value] : told) EXPECT_EQ(sealed.at(name).as_string(), value);
}

TEST_P(Registration, StoresNothingPersonalInClear) {
  registered();
  const auto all = world();
  ASSERT_TRUE(test::holds(all, "pricing", "complaints")) << "what is looked for would be found";
  for (const char* text : planted) EXPECT_FALSE(test::holds(all, text)) << text;
  for (const char* text :
       {"138-1234-5678", "6222 0212 3456 7890 123", "Mingyue", "11010519491231002x"})
    EXPECT_FALSE(test::holds(all, text)) << text;
}

// On PostgreSQL the server has the files.
class TheDatabasesFiles : public Registration {};
INSTANTIATE_TEST_SUITE_P(OnSqlite, TheDatabasesFiles, testing::Values(test::Engine::sqlite),
                         test::name_of_database);

TEST_P(TheDatabasesFiles, HoldNothingPersonalInClear) {
  registered();
  const std::string file = bank_.source().options().address;
  std::string bytes;
  for (const char* end : {"", "-wal"}) {
    std::ostringstream text;
    text << std::ifstream(file + end, std::ios::binary).rdbuf();
    bytes += text.str();
  }
  ASSERT_NE(bytes.find("regulator_referral"), std::string::npos);
  for (const char* text : planted) EXPECT_EQ(bytes.find(text), std::string::npos) << text;
}

TEST_P(Registration, SealsTheSameValueDifferentlyEachTimeAndIndexesItAlike) {
  registered();
  registered();
  std::vector<std::string> phones, indexes;
  bank_.database().read([&](storage::Transaction& tx) {
    phones = tx.all<std::string>("SELECT phone FROM complainants");
    indexes = tx.all<std::string>("SELECT phone_index FROM complainants");
  });
  ASSERT_EQ(phones.size(), 2u);
  EXPECT_NE(phones[0], phones[1]);
  EXPECT_EQ(indexes[0], indexes[1]);
}

TEST_P(Registration, OfTheSameComplaintTwiceMakesTwo) {
  const ComplaintState first = registered();
  const ComplaintState second = registered();
  EXPECT_NE(first.id, second.id);
  EXPECT_NE(first.number, second.number);
  EXPECT_EQ(rows("complaints").size(), 2u);
  EXPECT_EQ(rows("complainants").size(), 2u) << "who complains is stored with each";
}

TEST_P(Registration, GivesNoNumberTwiceWhenTheSerialsComeRound) {
  const ComplaintState first = registered();
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    // The first id that the next command takes is as far from the first one of this.
    const auto taken = tx.one<std::int64_t>("SELECT min(key_id) FROM complainants");
    tx.execute("UPDATE id_blocks SET next_id = ?", *taken + serials);
    return true;
  });
  bank_.reopen();
  const ComplaintState second = registered();
  EXPECT_EQ(second.id.number, first.id.number + serials + 1) << "the first id is passed over";
  EXPECT_NE(second.number, first.number);
  EXPECT_TRUE(second.number.starts_with("20260302"));
  EXPECT_EQ(found(second.id).number, second.number);
  EXPECT_EQ(rows("complaints").size(), 2u);
}

TEST_P(Registration, IsAnsweredAgainWithTheStateOfToday) {
  const ComplaintState state = registered();
  ASSERT_TRUE(close(state.id).has_value());
  const auto again =
      bank_.read(bank_.li_na, [&](Work& work) { return find_state(work, state.id); });
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->number, state.number);
  EXPECT_EQ(again->state, State::closed);
  EXPECT_EQ(
      refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return find_state(work, state.id); })),
      "complaint.missing");
}

TEST_P(Registration, IsRefusedWithoutATrace) {
  const auto before = world();
  const auto late = R"({"intake_channel": "柜面", "summary": "排队",
                        "received_at": "2026-03-02T09:00:00.001+08:00",
                        "complainant": {"name": "李四"}})";
  EXPECT_EQ(refusal(register_as(bank_.li_na, late)), "field.in_future received_at");
  const auto early = R"({"intake_channel": "柜面", "summary": "排队",
                         "received_at": "1999-12-31T23:59:59Z", "complainant": {"name": "李四"}})";
  EXPECT_EQ(refusal(register_as(bank_.li_na, early)), "field.too_early received_at");
  const auto nobody = R"({"intake_channel": "柜面", "summary": "排队", "complainant": {}})";
  EXPECT_EQ(refusal(register_as(bank_.li_na, nobody)), "complaint.complainant_unknown complainant");
  for (const char* field : {"source", "intake_channel", "business_channel", "business", "cause"})
    for (const char* value : {"张三 13812345678", "身份证 11010519491231002X"}) {
      auto personal = parse_json(least_complaint).value().as_object();
      personal[field] = value;
      EXPECT_EQ(refusal(register_as(bank_.li_na, boost::json::serialize(personal))),
                std::string{"field.personal "} + field);
    }
  EXPECT_EQ(world(), before);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Registration, test::each_database, test::name_of_database);

// A complaint in which one field has this value.
std::string with(const std::string& field, const std::string& value) {
  auto object = parse_json(least_complaint).value().as_object();
  boost::json::object* at = &object;
  std::string name = field;
  if (name.starts_with("complainant.")) {
    name.erase(0, 12);
    at = &object.at("complainant").as_object();
  }
  (*at)[name] = value;
  return boost::json::serialize(object);
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(ANewComplaint, HasALimitForEachField) {
  const struct {
    const char* field;
    std::size_t max;
    const char* character;
  } cases[] = {
      {"source", 200, "源"},
      {"intake_channel", 200, "渠"},
      {"business_channel", 200, "道"},
      {"business", 200, "业"},
      {"cause", 200, "因"},
      {"summary", 300, "事"},
      {"description", 50'000, "述"},
      {"claim", 5'000, "求"},
      {"complainant.name", 100, "名"},
      {"complainant.identity_number", 30, "A"},
      {"complainant.card_number", 40, "1"},
      {"complainant.address", 300, "址"},
  };
  for (const auto& [field, max, character] : cases) {
    EXPECT_EQ(refusal(read_input<NewComplaint>(with(field, repeated(character, max)))), "none")
        << field;
    EXPECT_EQ(refusal(read_input<NewComplaint>(with(field, repeated(character, max + 1)))),
              std::string{"field.too_long "} + field);
  }
  const std::string domain = "@example.com";
  EXPECT_EQ(refusal(read_input<NewComplaint>(
                with("complainant.email", std::string(254 - domain.size(), 'a') + domain))),
            "none");
  EXPECT_EQ(refusal(read_input<NewComplaint>(
                with("complainant.email", std::string(255 - domain.size(), 'a') + domain))),
            "field.too_long complainant.email");
  EXPECT_EQ(refusal(read_input<NewComplaint>(
                with("complainant.phone", repeated("1", 20) + repeated(" ", 12)))),
            "none");
  EXPECT_EQ(refusal(read_input<NewComplaint>(
                with("complainant.phone", repeated("1", 20) + repeated(" ", 13)))),
            "field.too_long complainant.phone");
}

TEST(ANewComplaint, NamesTheFieldAtFault) {
  const struct {
    std::string json;
    const char* refused;
  } cases[] = {
      {R"({"summary": "s", "complainant": {}})", "field.required intake_channel"},
      {R"({"intake_channel": "c", "complainant": {}})", "field.required summary"},
      {R"({"intake_channel": "c", "summary": "s"})", "field.required complainant"},
      {with("intake_channel", " "), "field.empty intake_channel"},
      {with("summary", ""), "field.empty summary"},
      {with("description", ""), "field.empty description"},
      {with("claim", "a\x01"), "field.control_character claim"},
      {with("received_at", "2026-02-30T00:00:00Z"), "field.instant received_at"},
      {with("received_at", "2026-03-02"), "field.instant received_at"},
      {with("state", "closed"), "field.unknown state"},
      {with("number", "1"), "field.unknown number"},
      {with("complainant.name", ""), "field.empty complainant.name"},
      {with("complainant.phone", "1234"), "field.phone complainant.phone"},
      {with("complainant.identity_number", "110105194912310021"),
       "field.identity_check_digit complainant.identity_number"},
      {with("complainant.card_number", "12"), "field.card_number complainant.card_number"},
      {with("complainant.email", "nobody"), "field.email complainant.email"},
      {with("complainant.nickname", "x"), "field.unknown complainant.nickname"},
  };
  for (const auto& [json, refused] : cases)
    EXPECT_EQ(refusal(read_input<NewComplaint>(json)), refused) << json;
}

}  // namespace
}  // namespace xb::complaints
