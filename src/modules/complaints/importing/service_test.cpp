#include "modules/complaints/importing/service.h"

#include "modules/complaints/importing/imports_fixture.h"
#include "platform/exchange/table_writer.h"

namespace xb::complaints {
namespace {

using Strings = std::vector<std::string>;
using exchange::Report;
using test::monday;

const std::string cfpb_header =
    "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,"
    "Company public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted via,"
    "Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,"
    "Complaint ID\n";
const std::string cfpb_rows =
    "2020-03-18,Debt collection,Other debt,Wrong amount,Not mine,\"I was called,\n"
    "twice.\",,ACME BANK,FL,330XX,,Other,Web,2020-03-19,In progress,Yes,N/A,3571115\n"
    "2019-09-24,Mortgage,,Late fee,,,,ACME BANK,CA,925XX,,,Phone,2019-09-24,"
    "Closed with explanation,Yes,N/A,3384392\n";
const std::string bad_rows =
    "18.03.2020,Mortgage,,Late fee,,,,A,,,,,Web,2020-03-19,Closed,Yes,N/A,11\n"
    "2020-03-18,Mortgage,,Late fee,,,,A,,,,,,2020-03-19,Closed,Yes,N/A,12\n"
    "2020-03-18,Mortgage,too,few\n"
    "2020-03-18,Mortgage,,Late fee,,,,A,,,,,Web,2020-03-19,Closed,Yes,N/A,\n"
    "2026-03-03,Mortgage,,Late fee,,,,A,,,,,Web,2020-03-19,Closed,Yes,N/A,14\n"
    "2020-03-18,Mortgage,,,,,,A,,,,,Web,2020-03-19,Closed,Yes,N/A,15\n"
    "1999-03-18,Mortgage,,Late fee,,,,A,,,,,Web,2020-03-19,Closed,Yes,N/A,16\n";

const std::string ledger =
    "投诉编号,投诉日期,投诉来源,投诉渠道,业务办理渠道,业务类别,投诉原因,投诉事项,投诉内容,"
    "投诉请求,客户姓名,联系电话,办理状态,涉及金额,经办人\n"
    "A-1,2026-02-01,自收,电话,网点,贷款,收费,贷款利率与宣传不符,客户经理口头承诺,退还利息,"
    "欧阳明月,13812345678,已办结,\"￥1,200.50\",王芳\n";

std::string numbers(const Report& report) {
  return std::to_string(report.rows) + " rows, " + std::to_string(report.created) + " created, " +
         std::to_string(report.known) + " known, " + std::to_string(report.failed) + " failed";
}

class AnImport : public Imports {
 protected:
  // Each error as `line code field [column]`.
  static Strings errors(const Report& report) {
    Strings out;
    for (const exchange::ImportError& error : report.errors)
      out.push_back(std::to_string(error.line) + " " + error.code.str() + " " + error.field.str() +
                    " [" + error.column.str() + "]");
    return out;
  }
};

TEST_P(AnImport, BringsEachRowInAsAComplaint) {
  EXPECT_EQ(numbers(bring_in(cfpb_header + cfpb_rows)), "2 rows, 2 created, 0 known, 0 failed");
  const auto items = all();
  ASSERT_EQ(items.size(), 2u);
  const ComplaintView open = found(items[0].id);
  EXPECT_EQ(open.origin, Origin::imported);
  EXPECT_EQ(open.state, State::registered);
  EXPECT_EQ(open.source->str(), "CFPB");
  EXPECT_EQ(open.source_number, "3571115") << "by which its source names it";
  EXPECT_EQ(open.intake_channel.str(), "Web");
  EXPECT_EQ(open.business_channel->str(), "ACME BANK");
  EXPECT_EQ(open.business->str(), "Debt collection / Other debt");
  EXPECT_EQ(open.cause->str(), "Wrong amount");
  EXPECT_EQ(open.summary.reveal(), "Wrong amount / Not mine");
  EXPECT_EQ(open.description->reveal(), "I was called,\ntwice.");
  EXPECT_EQ(open.received_at, *parse_instant("2020-03-18T00:00:00+08:00"));
  EXPECT_EQ(open.registered_at, monday);
  EXPECT_FALSE(open.complainant.has_value());
  EXPECT_TRUE(open.number.starts_with("20260302"));
  ASSERT_EQ(open.clocks.size(), 1u);
  EXPECT_EQ(open.clocks[0].due_on, *parse_date("2020-04-02"));
  EXPECT_EQ(open.due_at, open.clocks[0].due_at);
  EXPECT_EQ(parse_json(open.source_record->reveal()).value().at("ZIP code").as_string(), "330XX");

  const ComplaintView closed = found(items[1].id);
  EXPECT_EQ(closed.state, State::closed);
  EXPECT_EQ(closed.summary.reveal(), "Late fee");
  EXPECT_FALSE(closed.description.has_value());
  EXPECT_TRUE(closed.clocks.empty()) << "what is over has no running clock";
  EXPECT_FALSE(closed.due_at.has_value());
}

TEST_P(AnImport, SealsWhoComplainsAndWhatNoFieldTakes) {
  EXPECT_EQ(numbers(bring_in(ledger, "ledger")), "1 rows, 1 created, 0 known, 0 failed");
  const ComplaintView view = found(all().at(0).id);
  EXPECT_EQ(view.complainant->name->reveal(), "欧阳明月");
  EXPECT_EQ(view.complainant->phone->reveal(), "13812345678");
  EXPECT_EQ(view.state, State::closed);
  EXPECT_EQ(view.amount_fen, 120'050);
  EXPECT_EQ(view.source_number, "A-1");
  EXPECT_EQ(view.source_record->reveal(), R"({"办理状态":"已办结","经办人":"王芳"})");
  const auto stored = world();
  for (const char* text : planted) EXPECT_FALSE(test::holds(stored, text)) << text;
  EXPECT_FALSE(test::holds(stored, "王芳"));
  EXPECT_EQ(kinds_of(view.id), Strings{"complaint.imported"});
  EXPECT_EQ(entries_of(view.id.number)[0].at, monday);
}

TEST_P(AnImport, ShowsOfWhatNoFieldTakesOnlyTheNamesOfTheColumns) {
  std::string file = ledger;
  file.replace(file.find("王芳"), std::string{"王芳"}.size(), "王芳 身份证 11010519491231002X");
  bring_in(file, "ledger");
  const auto id = all().at(0).id;
  const ComplaintView view = found(id);
  EXPECT_EQ(view.source_record->masked(), R"({"办理状态":"***","经办人":"***"})");
  EXPECT_EQ(to_json(view).find("王芳"), std::string::npos);
  const auto opened = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    return open_fields(work, id,
                       input<Opening>(R"({"fields": ["source_record"], "reason": "核对"})"));
  });
  EXPECT_EQ(opened.value().source_record->value,
            R"({"办理状态":"已办结","经办人":"王芳 身份证 11010519491231002X"})");
}

TEST_P(AnImport, CommitsToAllThatIsKnownOfWhoComplains) {
  bring_in(ledger, "ledger");
  const auto sealed = parse_json(sealed_in(all().at(0).id, 1)).value().as_object();
  EXPECT_EQ(sealed.at("name").as_string(), "欧阳明月");
  EXPECT_EQ(sealed.at("phone").as_string(), "13812345678");
  for (const char* unknown : {"identity_number", "card_number", "email", "address"})
    EXPECT_TRUE(sealed.at(unknown).is_null()) << unknown;
}

TEST_P(AnImport, OfALedgerKnowsItsStatesAndGuessesNone) {
  const auto row = [](const std::string& id, const std::string& state) {
    return id + ",2026-02-01,自收,电话,网点,贷款,收费,事项,内容,请求,张三,13812345678," + state +
           ",,王芳\n";
  };
  const std::string header = ledger.substr(0, ledger.find('\n') + 1);
  const struct {
    const char* text;
    State state;
  } known[] = {{"已结案", State::closed},     {"结案", State::closed}, {"已归档", State::closed},
               {"已办结", State::closed},     {"办结", State::closed}, {"撤回", State::withdrawn},
               {"处理中", State::registered}, {"", State::registered}};
  for (const auto& [text, state] : known) {
    bring_in(header + row("B-" + std::string{text}, text), "ledger");
    const ComplaintView view = found(all().at(0).id);
    EXPECT_EQ(view.state, state) << text;
    EXPECT_EQ(view.due_at.has_value(), state == State::registered) << text;
  }
  const Report report = bring_in(header + row("C-1", "转监管"), "ledger");
  EXPECT_EQ(numbers(report), "1 rows, 0 created, 0 known, 1 failed");
  EXPECT_EQ(errors(report), Strings{"2 field.choice state [办理状态]"});
}

TEST_P(AnImport, RefusesRowsThatNameSomebodyInAClassification) {
  std::string file = ledger;
  file.replace(file.find(",收费,"), std::string{",收费,"}.size(), ",张三 13812345678 收费,");
  EXPECT_EQ(errors(bring_in(file, "ledger")), Strings{"2 field.personal cause [投诉原因]"});
  EXPECT_TRUE(all().empty());
}

TEST_P(AnImport, TakesTheDayOfReceiptAsAnEndAndNothingBeforeIt) {
  const auto mapping = exchange::Mapping::parse(R"(
name = "days"
target = "complaints"
source_id = "id"
[fields.summary]
column = "summary"
[fields.intake_channel]
constant = "Web"
[fields.received_at]
column = "received"
[fields.closed_at]
column = "closed"
format = "date"
[fields.state]
column = "state"
)",
                                                target_.fields);
  ASSERT_TRUE(mapping.has_value());
  auto import = exchange::Import::begin(ground(bank_.chen_yu), target_, *mapping,
                                        "id,summary,received,closed,state\n"
                                        "1,s,2026-03-01T10:00:00+08:00,2026-03-01,closed\n"
                                        "2,s,2026-03-01T10:00:00+08:00,2026-02-28,closed\n"
                                        "3,s,2026-03-01T10:00:00+08:00,2026-03-02,registered\n"
                                        "4,s,2026-03-01T10:00:00+08:00,2026-03-02,\n",
                                        false);
  ASSERT_TRUE(import.has_value());
  EXPECT_EQ(errors((*import)->finish()), (Strings{"3 complaint.closed_early closed_at [closed]",
                                                  "4 complaint.not_closed closed_at [closed]",
                                                  "5 complaint.not_closed closed_at [closed]"}));
  const ComplaintView view = found(all().at(0).id);
  EXPECT_EQ(view.state, State::closed);
  EXPECT_EQ(view.closed_at, view.received_at) << "nothing ends before it came";
}

TEST_P(AnImport, AgainBringsNothing) {
  bring_in(cfpb_header + cfpb_rows);
  const auto before = world();
  EXPECT_EQ(numbers(bring_in(cfpb_header + cfpb_rows)), "2 rows, 0 created, 2 known, 0 failed");
  auto after = world();
  for (const char* table : {"complaints", "complainants", "clocks", "import_rows"})
    EXPECT_EQ(after[table], before.at(table)) << table;
}

TEST_P(AnImport, KnowsARowThatStandsTwiceInOneFile) {
  const std::string row =
      "2019-09-24,Mortgage,,Late fee,,,,A,,,,,Phone,2019-09-24,Closed,Yes,N/A,3384392\n";
  EXPECT_EQ(numbers(bring_in(cfpb_header + row + row, "cfpb", true)),
            "2 rows, 1 created, 1 known, 0 failed");
  EXPECT_EQ(numbers(bring_in(cfpb_header + row + row)), "2 rows, 1 created, 1 known, 0 failed");
}

TEST_P(AnImport, RehearsedWritesNothingAndSaysTheSame) {
  const auto before = world();
  const Report rehearsed = bring_in(cfpb_header + cfpb_rows + bad_rows, "cfpb", true);
  EXPECT_EQ(world(), before);
  EXPECT_FALSE(rehearsed.batch_id.has_value());
  const Report real = bring_in(cfpb_header + cfpb_rows + bad_rows);
  EXPECT_EQ(numbers(rehearsed), numbers(real));
  EXPECT_EQ(errors(rehearsed), errors(real));
}

TEST_P(AnImport, ListsBadRowsWithLineFieldAndColumnAndBringsTheOthersIn) {
  const Report report = bring_in(cfpb_header + bad_rows + cfpb_rows);
  EXPECT_EQ(numbers(report), "9 rows, 2 created, 0 known, 7 failed");
  EXPECT_EQ(errors(report), (Strings{
                                "2 field.date received_at [Date received]",
                                "3 field.required intake_channel [Submitted via]",
                                "4 row.too_few_cells  []",
                                "5 import.source_id_missing source_id [Complaint ID]",
                                "6 field.in_future received_at [Date received]",
                                "7 field.required summary [Issue, Sub-issue]",
                                "8 field.too_early received_at [Date received]",
                            }));
  const auto stored = world();
  EXPECT_EQ(stored.at("import_errors").size(), 7u);
  EXPECT_FALSE(test::holds(stored, "18.03.2020")) << "errors never hold the value at fault";
}

TEST_P(AnImport, OfAWorkbookIsThatOfTheSameTable) {
  const test::Folder folder;
  const auto writer = exchange::xlsx_writer(
      {"投诉编号", "投诉日期", "投诉来源", "投诉渠道", "业务办理渠道", "业务类别", "投诉原因",
       "投诉事项", "投诉内容", "投诉请求", "客户姓名", "联系电话", "办理状态"},
      folder.path());
  writer->row({"A-2", "2026-02-01", "自收", "电话", "网点", "贷款", "收费", "事项", "内容", "请求",
               "张三", "13812345678", "处理中"});
  const std::string workbook = writer->take() + writer->finish();
  EXPECT_EQ(numbers(bring_in(workbook, "ledger")), "1 rows, 1 created, 0 known, 0 failed");
  EXPECT_EQ(found(all().at(0).id).complainant->name->reveal(), "张三");
  EXPECT_EQ(found(all().at(0).id).state, State::registered);
}

TEST_P(AnImport, OfAnotherTableIsRefusedBeforeItBegins) {
  const auto before = world();
  const auto begin = [&](const std::string& bytes) {
    return refusal(
        exchange::Import::begin(ground(bank_.chen_yu), target_, shipped("cfpb"), bytes, false));
  };
  EXPECT_EQ(begin(ledger), "import.column_missing Complaint ID");
  EXPECT_EQ(begin(""), "table.empty");
  EXPECT_EQ(begin("PK\x03\x04junk"), "table.malformed");
  EXPECT_EQ(world(), before);
}

TEST(AnImportedComplaint, IsCheckedLikeARegisteredOne) {
  const auto refused = [](const std::string& members) {
    return refusal(check(
        input<ImportedComplaint>(R"({"intake_channel": "Web", "summary": "s")" + members + "}"),
        monday, Zone{}));
  };
  const std::string received = R"(, "received_at": "2026-03-01T00:00:00Z")";
  EXPECT_EQ(refused(received), "none");
  EXPECT_EQ(refused(received + R"(, "state": "closed", "closed_at": "2026-03-02T01:00:00Z")"),
            "none");
  EXPECT_EQ(refused(received + R"(, "state": "closed", "closed_at": "2026-03-02T01:00:00.001Z")"),
            "field.in_future closed_at");
  EXPECT_EQ(refused(received + R"(, "state": "closed", "closed_at": "2026-02-28T23:59:59Z")"),
            "complaint.closed_early closed_at");
  EXPECT_EQ(refused(received + R"(, "complainant": {})"),
            "complaint.complainant_unknown complainant");
  EXPECT_EQ(refused(R"(, "received_at": "2026-03-02T01:00:00.001Z")"),
            "field.in_future received_at");
  EXPECT_EQ(refused(received + R"(, "closed_at": "2026-03-01T12:00:00Z")"),
            "complaint.not_closed closed_at");
  EXPECT_EQ(refused(received + R"(, "cause": "张三 13812345678")"), "field.personal cause");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnImport, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
