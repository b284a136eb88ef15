#include "modules/complaints/exporting/service.h"

#include <set>

#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/importing/service.h"
#include "platform/exchange/csv.h"
#include "platform/exchange/package.h"
#include "platform/exchange/xlsx.h"

namespace xb::complaints {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using test::monday;

class AnExport : public Department {
 protected:
  Result<ExportParts> begin(const Actor& actor, const ExportForm& form,
                            const storage::ListRequest& request = {}) {
    return export_complaints({bank_.database(),
                              test::keys(),
                              [] { return monday; },
                              Zone{},
                              actor,
                              {},
                              &bank_.limits(),
                              &bank_.taxonomies()},
                             request, form, folder_.path());
  }
  std::string taken(const Actor& actor, const ExportForm& form,
                    const storage::ListRequest& request = {}) {
    const auto next = begin(actor, form, request);
    EXPECT_TRUE(next.has_value()) << refusal(next);
    std::string out;
    while (const auto part = next ? (*next)() : std::nullopt) out += *part;
    return out;
  }
  static Rows rows_of(Result<std::unique_ptr<exchange::TableReader>> reader) {
    EXPECT_TRUE(reader.has_value()) << refusal(reader);
    Rows out{(*reader)->header()};
    while (const auto row = (*reader)->next()) {
      EXPECT_FALSE(row->error.has_value());
      out.push_back(row->cells);
    }
    return out;
  }
  Rows rows(const ExportForm& form, const storage::ListRequest& request = {}) {
    const std::string bytes = taken(bank_.chen_yu, form, request);
    return rows_of(form.format == ExportFormat::csv ? exchange::read_csv(bytes, {})
                                               : exchange::read_xlsx(bytes));
  }
  static std::string joined(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : " ") + cells[i];
    return out;
  }
  static std::size_t column(const Rows& rows, std::string_view name) {
    for (std::size_t i = 0; i < rows[0].size(); ++i)
      if (rows[0][i] == name) return i;
    ADD_FAILURE() << "no column " << name;
    return 0;
  }

  const test::Folder folder_;
};

TEST_P(AnExport, IsInWordsForPeople) {
  const auto state = registered();
  const auto told = [&](Language language, const char* column_name) {
    const Rows table = rows({ExportFormat::csv, language});
    return table[1][column(table, column_name)];
  };
  EXPECT_EQ(told(Language::zh_cn, "投诉编号"), state.number);
  EXPECT_EQ(told(Language::zh_cn, "状态"), "已登记");
  EXPECT_EQ(told(Language::en, "State"), "registered");
  EXPECT_EQ(told(Language::zh_cn, "投诉渠道"), "客服热线");
  EXPECT_EQ(told(Language::en, "Intake channel"), "hotline");
  EXPECT_EQ(told(Language::zh_cn, "收到时间"), "2026-03-01 20:00");
  EXPECT_EQ(told(Language::zh_cn, "涉及机构"), "东湖支行营业部");
  EXPECT_EQ(told(Language::zh_cn, "是否重复投诉"), "否");
  EXPECT_EQ(told(Language::zh_cn, "联系电话"), "138-****-5678");
  for (const Language language : {Language::zh_cn, Language::en}) {
    const Rows table = rows({ExportFormat::csv, language});
    for (const std::string& name : table[0]) {
      EXPECT_EQ(name.find('.'), std::string::npos) << name << " has no words";
      EXPECT_EQ(name.find('_'), std::string::npos) << name;
    }
  }
}

TEST_P(AnExport, HasALineForEachComplaintMaskedInBothFormats) {
  const auto state = registered();
  ASSERT_TRUE(close(registered(least_complaint).id).has_value());
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::xlsx}) {
    const Rows table = rows({format});
    ASSERT_EQ(table.size(), 3u);
    EXPECT_EQ(joined(table[0]),
              "id number kind state origin source intake_channel business_channel business cause"
              " summary complainant_name complainant_phone received_at due_at closed_at outlet_id"
              " tier urgency handling_unit_id handler_id next_contact_on leader_id customer_kind"
              " product region customer_groups is_repeat unknown_codes version");
    EXPECT_EQ(joined(table[2]),
              std::to_string(state.id.number) + " " + state.number +
                  " complaint registered registered regulator_referral hotline mobile_app"
                  " consumer_loan pricing 贷款利率与宣传不符 欧阳** 138-****-5678"
                  " 2026-03-01T12:00:00.000Z 2026-03-16T16:00:00.000Z  103           0  1");
    EXPECT_EQ(table[1][column(table, "state")], "closed");
    EXPECT_EQ(table[1][column(table, "complainant_phone")], "");
  }
  const std::string csv = taken(bank_.chen_yu, {ExportFormat::csv});
  for (const char* text : {"明月", "1234-5678", "13812345678"})
    EXPECT_EQ(csv.find(text), std::string::npos) << text;
}

TEST_P(AnExport, NoCellBecomesAFormula) {
  // Whatever stands in a foreign register.
  const auto imported = input<ImportedComplaint>(
      R"json({"intake_channel": "=cmd|' /C calc'!A0", "source": "+1+1", "business": "-2+3",
              "business_channel": "@SUM(A1:A9)", "cause": "\t=1", "summary": "=HYPERLINK(\"x\")",
              "received_at": "2025-01-01T00:00:00Z", "complainant": {"name": "=1+1"}})json");
  const auto brought_in = bank_.write(bank_.li_na, monday, [&](Work& work) -> Result<void> {
    import_complaint(work, imported);
    return {};
  });
  ASSERT_TRUE(brought_in.has_value());
  const Rows csv = rows({ExportFormat::csv});
  for (const std::string& cell : csv.at(1))
    EXPECT_EQ(cell.find_first_of("=+-@\t\r"), cell.find_first_of("=+-@\t\r", 1)) << cell;
  EXPECT_EQ(csv[1][column(csv, "summary")], "'=HYPERLINK(\"x\")");
  EXPECT_EQ(csv[1][column(csv, "source")], "'+1+1");

  const Rows xlsx = rows({ExportFormat::xlsx});
  EXPECT_EQ(xlsx.at(1)[column(xlsx, "summary")], "=HYPERLINK(\"x\")") << "a string as it is";
  const auto package = exchange::Package::open(taken(bank_.chen_yu, {ExportFormat::xlsx})).value();
  auto sheet = package->part("xl/worksheets/sheet1.xml");
  ASSERT_TRUE(sheet.has_value());
  std::string xml(100'000, ' ');
  xml.resize(sheet->read(xml.data(), xml.size()).value());
  EXPECT_NE(xml.find("<sheetData>"), std::string::npos);
  EXPECT_EQ(xml.find("<f"), std::string::npos) << xml;
}

TEST_P(AnExport, GoesThroughAllPagesOnce) {
  const auto imported = input<ImportedComplaint>(
      R"({"intake_channel": "Web", "summary": "s", "received_at": "2025-01-01T00:00:00Z"})");
  const auto brought_in = bank_.write(bank_.li_na, monday, [&](Work& work) -> Result<void> {
    for (int i = 0; i < 405; ++i) import_complaint(work, imported);
    return {};
  });
  ASSERT_TRUE(brought_in.has_value());
  const Rows table = rows({ExportFormat::csv}, {.limit = 1});
  std::set<std::string> numbers;
  for (std::size_t i = 1; i < table.size(); ++i) numbers.insert(table[i][1]);
  EXPECT_EQ(table.size(), 406u);
  EXPECT_EQ(numbers.size(), 405u);
}

TEST_P(AnExport, HasWhatOneMaySeeAndAskedFor) {
  registered();
  register_as(bank_.zhou_jun, least_complaint).value();
  EXPECT_EQ(rows_of(exchange::read_csv(taken(bank_.li_na, {ExportFormat::csv}), {})).size(), 2u);
  EXPECT_EQ(rows_of(exchange::read_csv(taken(bank_.chen_yu, {ExportFormat::csv}), {})).size(), 3u);
  const Rows filtered = rows({ExportFormat::csv}, {.filters = {{"cause", {"定价收费"}}}});
  ASSERT_EQ(filtered.size(), 2u);
  EXPECT_EQ(filtered[1][column(filtered, "cause")], "pricing");
}

TEST_P(AnExport, OfNothingIsAHeader) {
  EXPECT_EQ(rows({ExportFormat::csv}).size(), 1u);
  EXPECT_EQ(rows({ExportFormat::xlsx}).size(), 1u);
}

TEST_P(AnExport, LeavesAnEntryWithTheNamesOfItsFiltersOnly) {
  registered();
  taken(bank_.chen_yu, {ExportFormat::xlsx},
        {.filters = {{"cause", {"定价"}}, {"state", {"closed"}}}});
  const auto stored = world();
  EXPECT_TRUE(test::holds(stored, "complaint.exported", "evidence_entries"));
  EXPECT_TRUE(test::holds(stored, R"({"format":"xlsx","filters":"cause,state","actor_id":203})"));
  EXPECT_FALSE(test::holds(stored, "定价\"")) << "values of filters are not kept";
}

TEST_P(AnExport, ThatIsRefusedLeavesNoTrace) {
  const auto before = world();
  EXPECT_EQ(refusal(begin(bank_.chen_yu, {ExportFormat::csv}, {.filters = {{"colour", {"red"}}}})),
            "list.unknown_filter colour");
  EXPECT_EQ(refusal(begin(bank_.chen_yu, {ExportFormat::csv}, {.sort = "number"})),
            "list.unknown_sort sort");
  EXPECT_EQ(refusal(begin(bank_.chen_yu, {ExportFormat::csv}, {.cursor = "junk"})),
            "list.cursor cursor");
  EXPECT_EQ(world(), before);
}

TEST_P(AnExport, OfAWorkbookLeavesNoScratchBehind) {
  registered();
  taken(bank_.chen_yu, {ExportFormat::xlsx});
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnExport, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
