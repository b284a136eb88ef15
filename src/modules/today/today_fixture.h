// A morning at the bank: cases that people of the test bank have, and what their desk shows.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/triage/service.h"
#include "modules/today/service.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/people.h"
#include "test/support/reading.h"

namespace xb::today {

inline Instant at(std::string_view text) { return parse_instant(text).value(); }

class Morning : public testing::TestWithParam<test::Engine> {
 protected:
  Morning() {
    hire({211}, "linfang", "branch_officer", "200000");
    hire({212}, "wutao", "branch_officer", "300000");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }
  static Actor of_branch(Id<Person> person, Id<Unit> unit) {
    return {person, {Level::branch, unit}, {unit, {}, {}}, unit};
  }

  template <class Out, class Kind, class Input>
  Out act(const Actor& actor, Result<Out> (*command)(Work&, Id<Kind>, const Input&), Id<Kind> id,
          std::string_view json) {
    const auto told = input<Input>(json);
    auto out = bank_.write(actor, now_, [&](Work& work) { return command(work, id, told); });
    EXPECT_TRUE(out.has_value()) << out.error().code << ' ' << out.error().field;
    return *out;
  }

  // `more` is put before the members that every case has.
  Id<Complaint> taken_in(const Actor& actor, const std::string& more = {},
                         complaints::IntakeKind kind = complaints::IntakeKind::complaint) {
    const auto told = input<complaints::NewComplaint>(
        "{" + more + (more.empty() ? "" : ", ") +
        R"("intake_channel": "counter", "summary": "请致电13812345678",
           "complainant": {"name": "李四"}})");
    const auto made =
        bank_.write(actor, now_, [&](Work& work) { return take_in(work, kind, told); });
    EXPECT_TRUE(made.has_value()) << made.error().code << ' ' << made.error().field;
    return made->id;
  }
  // A case of the outlet Donghu that its branch handles.
  Id<Complaint> handled() {
    const auto id = taken_in(bank_.li_na);
    act(bank_.chen_yu, &complaints::accept, id, "{}");
    act(bank_.chen_yu, &complaints::assign, id, R"({"unit_id": 101, "handler_id": 211})");
    act(lin_fang_, &complaints::take_over, id, "{}");
    return id;
  }

  Today desk(const Actor& actor) { return desk(actor, all_, now_); }
  Today desk(const Actor& actor, const May& may, Instant now) {
    std::optional<Result<Today>> out;
    bank_.database().read([&](storage::Transaction& tx) {
      Work work = bank_.work_of(tx, actor, now);
      out = today(work, may);
    });
    EXPECT_TRUE(out->has_value()) << out->error().code;
    return std::move(**out);
  }
  static Number number(const Today& desk, NumberCode code) {
    return desk.numbers.at(static_cast<std::size_t>(code));
  }
  std::int64_t count(const Actor& actor, NumberCode code) {
    return number(desk(actor), code).count;
  }
  static std::map<MustKind, std::int64_t> counts(const Today& desk) {
    std::map<MustKind, std::int64_t> out;
    for (const MustCount& one : desk.musts.counts) out[one.kind] = one.count;
    return out;
  }
  static std::vector<Must> rows(const Today& desk, MustKind kind) {
    std::vector<Must> out;
    for (const Must& one : desk.musts.items)
      if (one.kind == kind) out.push_back(one);
    return out;
  }

  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
  Instant now_ = test::monday;
  const Actor lin_fang_ = of_branch({211}, {101});
  const Actor wu_tao_ = of_branch({212}, {102});
  const May all_{.handle = true,
                 .contact = true,
                 .preserve = true,
                 .referrals = Scope::whole_bank(),
                 .sign_in_referrals = true,
                 .handle_referrals = true};
};

}  // namespace xb::today
