// A department whose complaints have limits: the steps its people take on them, and the sweep.
#pragma once

#include <string>

#include "modules/complaints/clocks/service.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/complaints_fixture.h"
#include "platform/clocks/notices.h"
#include "platform/clocks/replay.h"
#include "test/support/people.h"

namespace xb::complaints {

// Received on 2026-03-01, so due on 2026-03-16.
class Limits : public Department {
 protected:
  void hire(std::int64_t id, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {{id}, std::string{post} + std::to_string(id), post, unit});
      return {};
    });
    EXPECT_TRUE(hired.has_value()) << refusal(hired);
  }
  Actor acting(std::int64_t person, std::int64_t absent = 0) {
    Actor out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = test::acting(tx, {person}, {absent}); });
    return out;
  }

  template <class Input>
  Result<ComplaintState> act(Result<ComplaintState> (*command)(Work&, Id<Complaint>, const Input&),
                             Id<Complaint> id, std::string_view json, Instant now) {
    const auto read = read_input<Input>(json);
    if (!read) return tl::unexpected(read.error());
    return bank_.write(bank_.chen_yu, now, [&](Work& work) { return command(work, id, *read); });
  }
  Result<ComplaintState> extend(Id<Complaint> id, std::string_view json, Instant now = tuesday) {
    return act(&complaints::extend, id, json, now);
  }
  Result<ComplaintState> exclude(Id<Complaint> id, std::string_view json, Instant now = tuesday) {
    return act(&complaints::exclude, id, json, now);
  }
  Result<ComplaintState> end_exclusion(Id<Complaint> id, std::string_view json, Instant now) {
    return act(&complaints::end_exclusion, id, json, now);
  }
  Result<ComplaintState> restart(Id<Complaint> id, std::string_view json, Instant now = tuesday) {
    return act(&complaints::restart, id, json, now);
  }
  Result<ComplaintState> set_date(Id<Complaint> id, std::string_view json, Instant now = tuesday) {
    return act(&complaints::set_date, id, json, now);
  }

  clocks::ClockDetails details(Id<Complaint> id) {
    return *bank_.read(bank_.chen_yu, [&](Work& work) { return find_clocks(work, id); });
  }
  std::string due_on(Id<Complaint> id) { return format(*details(id).items.at(0).due_on); }

  std::size_t sweep(Instant now) {
    return *bank_.write(bank_.chen_yu, now, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, {clock_source()});
    });
  }
  std::size_t review(Instant now) {
    return *bank_.write(bank_.chen_yu, now, [](Work& work) -> Result<std::size_t> {
      return clocks::review(work, {clock_source()});
    });
  }
  std::size_t recount(Instant now) {
    return *bank_.write(bank_.chen_yu, now, [](Work& work) -> Result<std::size_t> {
      return clocks::recount(work, {clock_source()});
    });
  }
  std::vector<clocks::NoticeView> notices(const Actor& actor, const std::string& sort = {}) {
    return bank_
        .read(actor,
              [&](Work& work) {
                return clocks::list_notices(work, {.filters = {}, .sort = sort, .limit = 200});
              })
        ->items;
  }
  Result<clocks::NoticeView> acknowledge(const Actor& actor, Id<clocks::NoticeRow> id,
                                         Instant now = tuesday) {
    return bank_.write(actor, now, [&](Work& work) { return clocks::acknowledge(work, id); });
  }

  // What a deep check finds, as words.
  std::vector<std::string> differences() {
    bank_.place();
    std::vector<std::string> out;
    bank_.read(bank_.chen_yu, [&](Work& work) {
      work.now = at("2026-12-31T09:00:00+08:00");
      for (const auto& found : {clocks::compare_clocks(work, {clock_source()}, 0, 10'000),
                                clocks::compare_entries(work, 0, 10'000)})
        for (const auto& one : found.differences)
          out.push_back(std::to_string(one.subject_id) + " " + std::string{name_of(one.kind)});
      return true;
    });
    return out;
  }

  static inline const Instant tuesday = test::monday + std::chrono::hours{24};
};

}  // namespace xb::complaints
