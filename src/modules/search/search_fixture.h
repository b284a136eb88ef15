// People of the test bank who take complaints in and look for them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "modules/complaints/registration/service.h"
#include "modules/search/followers.h"
#include "modules/search/service.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::search {

class Searching : public testing::TestWithParam<test::Engine> {
 protected:
  // A complaint with this summary and what else is told, received so long before Monday.
  Id<complaints::Complaint> registered(const std::string& summary, const std::string& more = {},
                                       std::chrono::minutes ago = {}) {
    return registered_by(bank_.li_na, summary, more, ago);
  }
  Id<complaints::Complaint> registered_by(const Actor& actor, const std::string& summary,
                                          const std::string& more = {},
                                          std::chrono::minutes ago = {}) {
    std::string json = R"({"intake_channel": "柜面", "complainant": {"name": "欧阳明月"},)";
    json += R"("received_at": ")" + format(test::monday - ago) + R"(", "summary": )";
    write_json_string(json, summary);
    const auto told = input<complaints::NewComplaint>(json + more + "}");
    const auto made = bank_.write(actor, test::monday, [&](Work& work) {
      return complaints::register_complaint(work, told);
    });
    EXPECT_TRUE(made.has_value()) << made.error().code << ' ' << made.error().field;
    return made->id;
  }

  void follow() {
    bank_.place();
    while (followers_.step()) continue;
    EXPECT_TRUE(followers_.stopped().empty());
  }

  static Viewer whole(const Actor& actor) { return {actor, actor}; }
  Result<Hits> ask(const Viewer& viewer, const std::string& text, std::vector<HitKind> kinds = {},
                   std::int64_t limit = hits_max, const std::string& cursor = {}) {
    const Question question{Text<200, Presence::required>::trusted(text), std::move(kinds), limit,
                            Text<100>::trusted(cursor)};
    return bank_.read(Actor::system(), [&](Work& work) { return find(work, viewer, question); });
  }
  std::vector<std::int64_t> found(const Viewer& viewer, const std::string& text,
                                  std::vector<HitKind> kinds = {}) {
    std::vector<std::int64_t> out;
    std::string cursor;
    for (bool more = true; more;) {
      const auto hits = ask(viewer, text, kinds, hits_max, cursor);
      EXPECT_TRUE(hits.has_value()) << hits.error().code;
      for (const Hit& hit : hits->items) out.push_back(hit.id);
      more = hits->next_cursor.has_value();
      cursor = hits->next_cursor.value_or("");
    }
    return out;
  }
  std::vector<std::int64_t> found(const Actor& actor, const std::string& text) {
    return found(whole(actor), text);
  }

  // The rows of the index as they are stored.
  std::vector<std::string> documents() {
    std::vector<std::string> out;
    const auto all = test::world(bank_.database());
    for (const std::string& row : all.at("search_documents"))
      out.push_back(row.substr(0, row.find("body=")));
    return out;
  }

  test::Bank bank_{GetParam()};
  evidence::Followers followers_{bank_.database(), {indexing(test::keys())}};
};

}  // namespace xb::search
