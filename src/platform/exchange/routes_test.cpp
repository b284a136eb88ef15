#include "platform/exchange/routes.h"

#include "app/api_fixture.h"
#include "platform/exchange/jobs.h"
#include "platform/identity/people/service.h"

namespace xb::exchange {
namespace {

using http::Method;
using http::Request;
using http::Response;

const std::string register_of_one =
    "投诉编号,投诉日期,投诉来源,投诉渠道,业务办理渠道,业务类别,投诉原因,投诉事项,投诉内容,"
    "投诉请求,客户姓名,联系电话,办理状态\n"
    "A-1,2026-02-01,自收,电话,网点,贷款,收费,事项,内容,请求,张三,13812345678,处理中\n";

class Importing : public app::AnApi {
 protected:
  Importing() {
    routes(router_, targets_, jobs_);
    hire({305}, "branch_officer", "branch_officer", "200000");
    hire({306}, "other_officer", "branch_officer", "300000");
  }

  static Request upload(const std::string& path, const std::string& body) {
    Request out = request(Method::post, path, body);
    out.query["mapping"] = {"ledger"};
    return out;
  }
  // Brings the register in and returns the batch's path.
  std::string bring_in(const Visitor& visitor) {
    const Response begun = ask(as(visitor, upload("/api/imports", register_of_one)));
    EXPECT_EQ(begun.status, 202) << begun.body;
    jobs_.wait();
    return header(begun, "Location");
  }
  Response get(const Visitor& visitor, const std::string& path) {
    return ask(as(visitor, request(Method::get, path)));
  }
  Response undo(const Visitor& visitor, const std::string& path) {
    return ask(as(visitor, request(Method::post, path + "/undo")));
  }
  std::size_t listed(const Visitor& visitor) {
    return object(get(visitor, "/api/imports")).at("items").as_array().size();
  }

  // A register of three groups of rows.
  static std::string register_of_many() {
    std::string out = register_of_one.substr(0, register_of_one.find('\n') + 1);
    for (int i = 0; i < 450; ++i)
      out += "B-" + std::to_string(i) +
             ",2026-02-01,自收,电话,网点,贷款,收费,事项,内容,请求,张三,13812345678,处理中\n";
    return out;
  }
  // Imports it, while `meanwhile` happens between the first group and the second.
  boost::json::object bring_in_many(const Visitor& visitor, std::function<void()> meanwhile) {
    at_border_ = [this, meanwhile = std::move(meanwhile), seen = 0]() mutable {
      std::int64_t rows = 0;
      bank_.database().read([&](storage::Transaction& tx) {
        rows = *tx.one<std::int64_t>("SELECT count(*) FROM import_rows");
      });
      if (rows == 200 && seen++ == 0) meanwhile();
    };
    const Response begun = ask(as(visitor, upload("/api/imports", register_of_many())));
    EXPECT_EQ(begun.status, 202) << begun.body;
    jobs_.wait();
    at_border_ = {};
    return object(get(enter("officer"), header(begun, "Location")));
  }
  Result<void> change(const std::function<Result<void>(Work&)>& command) {
    return bank_.write(Actor::system(), now_, command);
  }

  std::atomic<bool> may_write_ = true;
  std::function<void()> at_border_;  // on the thread that imports, before each group
  const std::vector<Target> targets_ = app::import_targets();
  ImportJobs jobs_{[this] {
    if (at_border_) at_border_();
    return may_write_.load();
  }};
};

TEST_P(Importing, ABranchSeesAndUndoesOnlyWhatItsOwnPeopleImported) {
  const Visitor own = enter("branch_officer");
  const Visitor other = enter("other_officer");
  const std::string path = bring_in(own);
  const auto before = world().at("complaints");
  ASSERT_EQ(before.size(), 1u);
  for (const Response& refused :
       {get(other, path), get(other, path + "/errors"), undo(other, path)}) {
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(text(refused, "code"), "import.missing");
  }
  EXPECT_EQ(listed(other), 0u);
  EXPECT_EQ(world().at("complaints"), before);

  EXPECT_EQ(get(own, path).status, 200);
  EXPECT_EQ(get(own, path + "/errors").status, 200);
  EXPECT_EQ(listed(own), 1u);
  EXPECT_EQ(undo(own, path).status, 200);
  EXPECT_TRUE(world().at("complaints").empty());
}

TEST_P(Importing, TheWholeBankSeesAndUndoesAll) {
  const std::string path = bring_in(enter("branch_officer"));
  const Visitor officer = enter("officer");
  EXPECT_EQ(text(get(officer, path), "state"), "done");
  EXPECT_EQ(listed(officer), 1u);
  EXPECT_EQ(undo(officer, path).status, 200);
}

TEST_P(Importing, NothingIsWrittenWhileTheClockIsNotToBeTrusted) {
  const Visitor officer = enter("officer");
  const std::string path = bring_in(officer);
  may_write_ = false;
  const auto before = world();
  const Response begun = ask(as(officer, upload("/api/imports", register_of_one)));
  EXPECT_EQ(begun.status, 503);
  EXPECT_EQ(text(begun, "code"), "clock");
  EXPECT_EQ(text(undo(officer, path), "code"), "clock");
  EXPECT_EQ(world(), before);
}

TEST_P(Importing, WhoSignsOutHasHisImportDoneAllTheSame) {
  const Visitor visitor = enter("branch_officer");
  const auto batch = bring_in_many(visitor, [&] {
    EXPECT_EQ(ask(as(visitor, request(Method::del, "/api/session"))).status, 204);
  });
  EXPECT_EQ(get(visitor, "/api/imports").status, 401);
  EXPECT_EQ(batch.at("state"), "done");
  EXPECT_EQ(batch.at("created"), 450);
}

TEST_P(Importing, WhoMayImportNoMoreHasHisImportEndedAfterItsGroup) {
  const Visitor visitor = enter("branch_officer");
  const auto batch = bring_in_many(visitor, [&] {
    const auto suspended = change([](Work& work) -> Result<void> {
      TRY(identity::suspend(work, {305}, {.reason = identity::Motive::trusted("停职调查")}));
      return {};
    });
    EXPECT_TRUE(suspended.has_value()) << suspended.error().code;
  });
  EXPECT_EQ(batch.at("state"), "broken");
  EXPECT_EQ(batch.at("broken_by"), "right");
  EXPECT_EQ(batch.at("created"), 200);
  // Whoever may, brings in the rest.
  const Visitor officer = enter("officer");
  EXPECT_EQ(ask(as(officer, upload("/api/imports", register_of_many()))).status, 202);
  jobs_.wait();
  EXPECT_EQ(world().at("complaints").size(), 450u);
}

TEST_P(Importing, OverTheAdminSocketAMappingGoesBeforeTheFile) {
  std::string mapping =
      "name = \"own\"\ntarget = \"complaints\"\nsource_id = \"No\"\n"
      "[fields.summary]\ncolumn = \"What\"\n[fields.intake_channel]\nconstant = \"电话\"\n"
      "[fields.received_at]\ncolumn = \"When\"\nformat = \"date\"\n"
      "[fields.business]\ncolumn = \"Code\"\n[fields.business.values]\n";
  for (int i = 0; i < 2000; ++i)
    mapping += "\"" + std::to_string(i) + "\" = \"业务" + std::to_string(i) + "\"\n";
  ASSERT_GT(mapping.size(), 32u * 1024u);
  Request asked = request(Method::post, "/admin/imports",
                          mapping + "No,What,When,Code\n1,事项,2026-02-01,1999\n");
  asked.is_local = true;
  asked.query["mapping_bytes"] = {std::to_string(mapping.size())};
  const Response begun = ask(asked);
  EXPECT_EQ(begun.status, 202) << begun.body;
  jobs_.wait();
  EXPECT_TRUE(test::holds(world(), "business=业务1999", "complaints"));

  for (const std::string bytes : {"0", "-1", "x", "99999999"}) {
    asked.query["mapping_bytes"] = {bytes};
    const Response refused = ask(asked);
    EXPECT_EQ(text(refused, "code"), "mapping.malformed") << bytes;
    EXPECT_EQ(text(refused, "field"), "mapping_bytes");
  }
}

TEST_P(Importing, AMappingOfOnesOwnComesOverTheAdminSocketOnly) {
  const Visitor officer = enter("officer");
  Request asked = request(Method::post, "/api/imports", register_of_one);
  asked.query["mapping_bytes"] = {"10"};
  EXPECT_EQ(text(ask(as(officer, asked)), "code"), "mapping.missing");
}

TEST_P(Importing, TypesHaveNamesThatOpenApiAllows) {
  for (const auto& route : router_.routes()) {
    Schemas parts;
    if (route->input != nullptr) route->input(parts);
    if (route->output != nullptr) route->output(parts);
    for (const auto& [name, schema] : parts)
      EXPECT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789._-"),
                std::string::npos)
          << name;
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Importing, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::exchange
