// People who work a case: the branch that handles it, another that is asked, and what they do.
#pragma once

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/contacts/service.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/raising/service.h"
#include "modules/complaints/supervision/service.h"
#include "modules/complaints/supplement/service.h"
#include "modules/complaints/tasks/service.h"
#include "modules/complaints/triage/service.h"
#include "platform/clocks/notices.h"
#include "test/support/people.h"

namespace xb::complaints {

using Query = storage::ListRequest;

// The bank promises itself another contact after ten days.
inline constexpr const char* silence_rule = R"([[rule]]
rule = "next_contact"
subject = "complaint"
span = "next_contact"
zh = "下次联系投诉人"
en = "next contact with the complainant"
length = 10
measure = "calendar_days"
from = "contacted"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
restarts = true
ladder = "standard"
)";

// The case belongs to the outlet Donghu and is handled by its branch, Yunjin.
class Working : public Department {
 protected:
  Working() {
    hire({211}, "linfang", "branch_officer", "200000");
    hire({212}, "wutao", "branch_officer", "300000");
    hire({213}, "gaohang", "branch_head", "200000");
    hire({214}, "zhanghang", "president", "100000");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    ASSERT_TRUE(hired.has_value());
  }
  static Actor of_branch(Id<Person> person, Id<Unit> unit) {
    return {person, {Level::branch, unit}, {unit, {}, {}}, unit};
  }
  static Actor of_department(Id<Person> person, Id<Unit> unit) {
    return {person, {Level::department, unit}, {unit, {}, {}}, unit};
  }

  template <class Out, class Kind, class Input>
  Result<Out> act(const Actor& actor, Result<Out> (*command)(Work&, Id<Kind>, const Input&),
                  Id<Kind> id, std::string_view json, Instant now = tuesday) {
    const auto read = read_input<Input>(json);
    if (!read) return tl::unexpected(read.error());
    return bank_.write(actor, now, [&](Work& work) {
      work.limits = limits_ != nullptr ? limits_.get() : work.limits;
      return command(work, id, *read);
    });
  }
  template <class Out, class Argument>
  Result<Out> ask(const Actor& actor, Result<Out> (*query)(Work&, Argument),
                  std::remove_cvref_t<Argument> argument) {
    return bank_.read(actor, [&](Work& work) {
      work.limits = limits_ != nullptr ? limits_.get() : work.limits;
      return query(work, argument);
    });
  }
  // Rules of the bank's own, laid over those that ship.
  void bank_says(std::string_view rules) {
    const auto shipped = workflow::shipped_rules();
    const std::vector<workflow::RuleFile> own{{"own.toml", rules}};
    limits_ = std::make_unique<workflow::Limits>(*workflow::RuleBook::read(shipped, own));
    limits_->set_calendars(*bank_.limits().calendars());
  }

  Id<Complaint> accepted(std::string_view json = whole_complaint) {
    const auto id = registered(json).id;
    expect(act(bank_.chen_yu, &accept, id, "{}", test::monday));
    return id;
  }
  Id<Complaint> handled(std::string_view json = whole_complaint) {
    const auto id = accepted(json);
    expect(act(bank_.chen_yu, &assign, id, R"({"unit_id":101,"handler_id":211})", test::monday));
    expect(act(lin_fang_, &take_over, id, "{}", test::monday));
    return id;
  }
  TaskView dispatched(Id<Complaint> id, Instant now = tuesday) {
    const auto task = act(lin_fang_, &dispatch, id,
                          R"({"unit_id":102,"question":"请核实费率","due_on":"2026-03-06"})", now);
    EXPECT_TRUE(task.has_value()) << refusal(task);
    return *task;
  }
  template <class T>
  static void expect(const Result<T>& result) {
    EXPECT_TRUE(result.has_value()) << refusal(result);
  }
  // A case about somebody of the branch Ningqiao.
  static std::string accusing_wu_tao() {
    std::string json = whole_complaint;
    json.insert(json.find("\"complainant\""), R"("accused_id": 212, )");
    return json;
  }

  static inline const Instant tuesday = test::monday + std::chrono::hours{24};
  const Actor lin_fang_ = of_branch({211}, {101});
  const Actor wu_tao_ = of_branch({212}, {102});
  std::unique_ptr<workflow::Limits> limits_;  // the bank's own, if it has its own
};

}  // namespace xb::complaints
