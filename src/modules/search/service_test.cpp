#include "modules/search/service.h"

#include <map>

#include "core/assets.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/triage/service.h"
#include "modules/referrals/arrival/service.h"
#include "modules/search/search_fixture.h"
#include "platform/exchange/import.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"

namespace xb::search {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Ids = std::vector<std::int64_t>;

TEST_P(Searching, FindsWordsInEveryTextOfAComplaint) {
  const auto one = registered("信用卡年费", R"(, "description": "去年9月起每月被扣３８元",
                                             "claim": "请退还 全部 费用")");
  const auto other = registered("理财收益不符", R"(, "claim": "退还差额")", minutes{5});
  follow();
  EXPECT_EQ(found(bank_.chen_yu, "年费"), Ids{one.number});
  EXPECT_EQ(found(bank_.chen_yu, "信用卡年费"), Ids{one.number});
  EXPECT_TRUE(ask(whole(bank_.chen_yu), "年费", {HitKind::unit, HitKind::person})->items.empty())
      << "it is neither";
  EXPECT_EQ(found(bank_.chen_yu, "每月被扣38元"), Ids{one.number}) << "half width finds full";
  EXPECT_EQ(found(bank_.chen_yu, "退还"), (Ids{one.number, other.number})) << "newest first";
  EXPECT_EQ(found(bank_.chen_yu, "退还 差额"), Ids{other.number});
  EXPECT_EQ(found(bank_.chen_yu, "\"退还 全部\""), Ids{one.number});
  EXPECT_EQ(found(bank_.chen_yu, "\"退还 费用\""), Ids{});
  EXPECT_EQ(found(bank_.chen_yu, "卡费"), Ids{}) << "both characters, but apart";
  const Hit hit = ask(whole(bank_.chen_yu), "每月")->items.at(0);
  EXPECT_EQ(hit.kind, HitKind::complaint);
  EXPECT_EQ(hit.state, "registered");
  EXPECT_EQ(hit.intake_kind, "complaint");
  EXPECT_EQ(hit.at, test::monday);
  EXPECT_EQ(hit.place, HitPlace::description);
  EXPECT_EQ(hit.excerpt, "去年9月起每月被扣３８元");
  EXPECT_EQ(hit.marks, (std::vector<Mark>{{5, 7}}));
  EXPECT_EQ(found(bank_.chen_yu, hit.number), Ids{one.number});
  EXPECT_EQ(found(bank_.chen_yu, hit.number.substr(9)), Ids{one.number});
  EXPECT_EQ(found(bank_.chen_yu, hit.number.substr(13)), Ids{}) << "three digits are no part";
}

TEST_P(Searching, FindsNobodyByWhatIsPersonal) {
  registered("年费",
             R"(, "description": "本人欧阳明月，致电13987654321未回，卡号6222021234567890128")");
  follow();
  EXPECT_EQ(found(bank_.chen_yu, "年费").size(), 1u);
  for (const char* secret : {"欧阳明月", "欧阳", "明月", "13987654321", "4321", "6222", "0128"})
    EXPECT_EQ(found(bank_.chen_yu, secret), Ids{}) << secret;
  EXPECT_EQ(ask(whole(bank_.chen_yu), "致电")->items.at(0).excerpt,
            "本人****，致电***********未回，卡号*******************");
  const auto all = test::world(bank_.database());
  for (const char* secret : {"欧阳明月", "13987654321", "年费", "致电"})
    EXPECT_FALSE(test::holds(all, secret)) << secret << " stands in clear";
}

TEST_P(Searching, RefusesWhatCannotBeLookedFor) {
  const auto refused = [&](const std::string& text, std::int64_t limit = 20,
                           const std::string& cursor = {}) {
    const auto hits = ask(whole(bank_.chen_yu), text, {}, limit, cursor);
    return hits ? "none" : hits.error().code + " " + hits.error().field;
  };
  EXPECT_EQ(refused(" 　"), "search.empty text");
  EXPECT_EQ(refused("费"), "search.too_short text");
  EXPECT_EQ(refused("年费", 0), "field.range limit");
  EXPECT_EQ(refused("年费", 51), "field.range limit");
  for (const char* cursor : {"x", "cy94", "cy8="})
    EXPECT_EQ(refused("年费", 20, cursor), "list.cursor cursor") << cursor;
  const auto parsed = [](const std::string& json) {
    const auto value = parse_json(json);
    if (!value) return value.error().code;
    const auto read = Json<Question>::read(*value);
    return read ? "none" : read.error().code + " " + read.error().field;
  };
  EXPECT_EQ(parsed(R"({"text": ")" + std::string(10'000, 'a') + "\"}"), "field.too_long text");
  EXPECT_NE(parsed(R"({"text": "a\u0000b"})"), "none");
  EXPECT_EQ(parsed(R"({"text": "ab", "kinds": ["tip_off"]})"), "field.choice kinds.0");
}

TEST_P(Searching, TakesWhateverIsTypedAsWords) {
  const char* hostile[] = {"\"a\" OR \"b\"",
                           "NEAR(年费 利息, 5)",
                           "pairs:年费",
                           "-年费",
                           "^年费",
                           "年费*",
                           "{pairs runs}:x",
                           "');DROP TABLE complaints;--",
                           "aa\"\"bb\"c\"",
                           "年费 AND",
                           "\\\\ %_ %%",
                           "((((((",
                           "}{,;",
                           "‘’“”《》【】",
                           "👨‍👩‍👧‍👦👩🏽",
                           "é́́́",
                           "\t\r\n年费",
                           "٣٤٥٦",
                           "ａ　ｂｂ"};
  std::map<std::string, Id<complaints::Complaint>> ids;
  for (const char* text : hostile) ids[text] = registered(text);
  follow();
  for (const char* text : hostile) {
    const auto hits = ask(whole(bank_.chen_yu), text);
    ASSERT_TRUE(hits.has_value()) << text << ' ' << hits.error().code;
    EXPECT_TRUE(std::any_of(hits->items.begin(), hits->items.end(),
                            [&](const Hit& hit) { return hit.id == ids[text].number; }))
        << text << " does not find itself";
  }
  EXPECT_EQ(found(bank_.chen_yu, std::string(200, '"') + "年费").size(), 7u);
}

TEST_P(Searching, ShowsNobodyWhatHeMayNotSee) {
  const auto his = registered("年费");
  const auto other = registered_by(bank_.zhou_jun, "年费", {}, minutes{1});
  follow();
  EXPECT_EQ(found(bank_.li_na, "年费"), Ids{his.number});
  EXPECT_EQ(found(bank_.zhou_jun, "年费"), Ids{other.number});
  EXPECT_EQ(found(bank_.chen_yu, "年费"), (Ids{his.number, other.number}));
  EXPECT_EQ(found(Viewer{}, "年费"), Ids{}) << "without complaint.read";
  EXPECT_EQ(found(Viewer{{}, bank_.chen_yu}, "年费"), Ids{}) << "with referral.read alone";
  Actor branch = bank_.li_na;
  branch.scope = {Level::branch, {101}};
  EXPECT_EQ(found(branch, "年费"), Ids{his.number});
  Actor handling = bank_.li_na;
  handling.scope = {Level::department, {103}};
  EXPECT_EQ(found(handling, "年费"), Ids{});
}

TEST_P(Searching, FollowsACaseToWhoHandlesIt) {
  const auto id = registered("年费");
  follow();
  Actor handling = bank_.zhou_jun;
  handling.scope = {Level::department, {104}};
  EXPECT_EQ(found(handling, "年费"), Ids{});
  const auto assigned = bank_.write(bank_.chen_yu, test::monday,
                                    [&](Work& work) -> Result<complaints::ComplaintState> {
                                      TRY(complaints::accept(work, id, {}));
                                      return complaints::assign(work, id, {Id<Unit>{104}, {}, {}});
                                    });
  ASSERT_TRUE(assigned.has_value()) << assigned.error().code;
  EXPECT_EQ(found(handling, "年费"), Ids{}) << "not before the follower has read of it";
  EXPECT_EQ(ask(whole(bank_.chen_yu), "年费")->items.at(0).state, "assigned") << "as it is now";
  follow();
  EXPECT_EQ(found(handling, "年费"), Ids{id.number});
  EXPECT_EQ(found(bank_.zhou_jun, "年费"), Ids{id.number});
  EXPECT_EQ(found(bank_.li_na, "年费"), Ids{id.number});
  EXPECT_EQ(found(bank_.chen_yu, "年费"), Ids{id.number});
}

TEST_P(Searching, KeepsACaseFromTheAccused) {
  const auto hired = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<void> {
    test::hire(work, {{305}, "accused", "teller", "310001"});
    return {};
  });
  ASSERT_TRUE(hired.has_value());
  const auto kept = registered("柜员态度恶劣", R"(, "accused_id": 305)");
  const auto free = registered("柜员态度恶劣", {}, minutes{1});
  follow();
  Actor accused = bank_.chen_yu;
  accused.person = {305};
  EXPECT_EQ(found(accused, "态度恶劣"), Ids{free.number});
  Actor colleague = bank_.chen_yu;
  colleague.person = {399};
  colleague.unit = {104};
  EXPECT_EQ(found(colleague, "态度恶劣"), Ids{free.number});
  Actor substitute = bank_.chen_yu;
  substitute.on_behalf_of = {305};
  EXPECT_EQ(found(substitute, "态度恶劣"), Ids{free.number});
  EXPECT_EQ(found(bank_.chen_yu, "态度恶劣"), (Ids{kept.number, free.number}));
  // One at a time: what is kept is not even a gap.
  const auto page = ask(whole(accused), "态度恶劣", {}, 1);
  ASSERT_EQ(page->items.size(), 1u);
  EXPECT_FALSE(page->next_cursor.has_value());
}

TEST_P(Searching, GoesOnWhereAPageEnded) {
  Ids all;
  for (int i = 0; i < 25; ++i) all.push_back(registered("年费", {}, days{30 * i}).number);
  follow();
  Ids paged;
  std::string cursor;
  for (int pages = 0; pages < 9; ++pages) {
    const auto hits = ask(whole(bank_.chen_yu), "年费", {}, 3, cursor);
    ASSERT_TRUE(hits.has_value());
    EXPECT_EQ(hits->items.size(), pages < 8 ? 3u : 1u);
    for (const Hit& hit : hits->items) paged.push_back(hit.id);
    EXPECT_EQ(hits->next_cursor.has_value(), pages < 8);
    cursor = hits->next_cursor.value_or("");
  }
  EXPECT_EQ(paged, all);
}

TEST_P(Searching, FindsUnitsAndPeople) {
  const auto hired = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<void> {
    using identity::StaffNo;
    TRY(identity::hire(
        work, {StaffNo::trusted("0010086"), {}, identity::Title::trusted("王晓云津"), {}, {}}));
    return {};
  });
  ASSERT_TRUE(hired.has_value()) << hired.error().code;
  const auto kinds = [&](const std::string& text) {
    std::string out;
    const auto hits = ask({}, text);
    for (const Hit& hit : hits->items)
      out += std::string{name_of(hit.kind)} + " " + hit.number + " " + *hit.name + " " + hit.state +
             "; ";
    return out;
  };
  follow();
  EXPECT_EQ(kinds("王晓"), "person 0010086 王晓云津 active; ");
  EXPECT_EQ(kinds("1008"), "person 0010086 王晓云津 active; ");
  EXPECT_EQ(kinds("210001"), "unit 210001 东湖支行营业部 open; ");
  EXPECT_EQ(ask({}, "云津")->items.size(), 2u);
  EXPECT_EQ(found({}, "云津", {HitKind::unit}), Ids{101});
  const auto renamed = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) {
    return identity::rename_unit(work, {103},
                                 {identity::Title::trusted("西山支行"),
                                  identity::Title::trusted("Xishan"),
                                  {},
                                  {},
                                  {},
                                  identity::Motive::trusted("迁址")});
  });
  ASSERT_TRUE(renamed.has_value()) << renamed.error().code;
  follow();
  EXPECT_EQ(kinds("东湖"), "");
  EXPECT_EQ(kinds("西山"), "unit 210001 西山支行 open; ");
}

TEST_P(Searching, FindsReferralsUntilTheyAreTakenOut) {
  const exchange::Ground ground{bank_.database(), test::keys(),       [] { return test::monday; },
                                Zone{},           bank_.chen_yu,      {},
                                &bank_.limits(),  &bank_.taxonomies()};
  const auto target = referrals::import_target();
  const auto mapping =
      exchange::Mapping::parse(*asset("data/mappings/referrals/nfra_12378.toml"), target.fields);
  ASSERT_TRUE(mapping.has_value());
  auto import = exchange::Import::begin(
      ground, target, *mapping,
      "转办编号,转办时间,办理期限,消费者姓名,联系电话,业务类型,投诉内容,投诉诉求\n"
      "NF-2026-0017,2026-03-01 15:20,2026/3/16,欧阳明月,138****5678,银行卡,"
      "欧阳明月反映年费重复扣收,退还费用\n",
      false);
  ASSERT_TRUE(import.has_value()) << import.error().code;
  const auto report = (*import)->finish();
  ASSERT_EQ(report.created, 1);
  follow();
  for (const char* text : {"年费重复", "NF-2026-0017", "0017", "银行卡", "退还费用"})
    EXPECT_EQ(found(bank_.chen_yu, text).size(), 1u) << text;
  const auto hits = ask(whole(bank_.chen_yu), "年费", {HitKind::referral});
  ASSERT_EQ(hits->items.size(), 1u);
  EXPECT_EQ(hits->items[0].bureau, "nfra");
  EXPECT_EQ(hits->items[0].excerpt, "****反映年费重复扣收");
  EXPECT_EQ(found(whole(bank_.chen_yu), "年费", {HitKind::complaint}), Ids{});
  EXPECT_EQ(found(Viewer{bank_.chen_yu, {}}, "年费"), Ids{}) << "without referral.read";
  EXPECT_EQ(found(bank_.chen_yu, "欧阳"), Ids{});
  const std::size_t before = documents().size();
  ASSERT_TRUE(exchange::undo_import(ground, target, *report.batch_id).has_value());
  follow();
  EXPECT_EQ(found(bank_.chen_yu, "年费"), Ids{});
  EXPECT_EQ(documents().size(), before - 1);
}

TEST_P(Searching, TellsHowMuchItHasNotRead) {
  follow();
  EXPECT_EQ(ask({}, "总行")->unread, 0);
  registered("年费");
  bank_.place();
  EXPECT_EQ(ask({}, "总行")->unread, 1);
}

TEST_P(Searching, IsMadeAgainFromTheLog) {
  registered("年费");
  const auto id = registered("利息", {}, days{100});
  follow();
  const auto before = documents();
  const auto rebuilt =
      bank_.write(Actor::system(), test::monday, [](Work& work) { return rebuild(work); });
  ASSERT_TRUE(rebuilt.has_value());
  EXPECT_GT(rebuilt->unread, 0);
  EXPECT_EQ(found(bank_.chen_yu, "利息"), Ids{});
  EXPECT_EQ(documents().size(), 0u);
  follow();
  EXPECT_EQ(documents(), before);
  EXPECT_EQ(found(bank_.chen_yu, "利息"), Ids{id.number});
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Searching, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::search
