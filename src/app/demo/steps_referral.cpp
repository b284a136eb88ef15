// A referral of the demo bank, from a bureau's list to the bureau's own call.
#include <algorithm>

#include "app/demo/placing.h"
#include "app/demo/steps.h"
#include "modules/complaints/store.h"
#include "modules/referrals/account/service.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/handling/service.h"
#include "modules/referrals/matching/service.h"

namespace xb::app::demo {
namespace {

using referrals::Bureau;

referrals::Part part(std::string text) { return referrals::Part::trusted(std::move(text)); }

Bureau bureau_of(const Told& told) {
  if (told.way->voice == Voice::city) return Bureau::city;
  return told.way->channel == "hotline_12363" ? Bureau::pboc : Bureau::nfra;
}

std::string number_of(Bureau bureau, const Work& work, const Life& life) {
  std::string day = format(work.zone.date(life.told.received_at));
  const std::string year = day.substr(0, 4);
  std::erase(day, '-');
  std::string serial = std::to_string(life.ordinal);
  serial.insert(0, std::max(serial.size(), std::size_t{5}) - serial.size(), '0');
  switch (bureau) {
    case Bureau::nfra: return "JL" + year + "-" + day.substr(4) + serial;
    case Bureau::pboc: return "PBC" + day + serial;
    case Bureau::city: return "JLS" + day + "-" + serial;
  }
  std::abort();
}

std::string signed_on(const Life& life, Zone zone) {
  return chinese_day(life.signed_on.value_or(zone.date(life.told.received_at)));
}

// Bureaus tell no more than this.
std::string shown(const std::string& name) {
  constexpr std::size_t one = 3;
  return name.substr(0, one) + "**";
}

}  // namespace

Play Steps::receives(Date due) const {
  return [due](Work& work, Life& life) {
    referrals::NewReferral input;
    input.bureau = bureau_of(life.told);
    input.number = referrals::BureauNumber::trusted(number_of(input.bureau, work, life));
    input.received_at = life.told.received_at;
    input.due_on = due;
    const std::string& phone = life.told.person.phone->reveal();
    input.complainant_name =
        privacy::Personal<privacy::Name>::trusted(shown(life.told.person.name->reveal()));
    input.phone = privacy::Personal<referrals::PhonePart>::trusted(phone.substr(0, 3) + "****" +
                                                                   phone.substr(7));
    input.topic = referrals::Topic::trusted(life.told.summary);
    input.wording = referrals::Wording::trusted(life.told.text);
    input.demand = referrals::Demand::trusted(life.told.claim);
    life.referral = referrals::receive(work, input);
  };
}

Play Steps::signs_in() const {
  return [](Work& work, Life& life) {
    const auto outcomes = taken(referrals::sign_in(work, {{life.referral}, {}}), "sign in");
    ensure(outcomes.items.at(0).state.has_value(), "a referral of the demo is not signed in");
    if (life.id) taken(referrals::match(work, life.referral, {life.id}), "match");
    life.signed_on = work.zone.date(work.now);
  };
}

Play Steps::links(const Life* to) const {
  return [to](Work& work, Life& life) {
    taken(referrals::match(work, life.referral, {to->id}), "link a referral");
  };
}

Play Steps::tries(bool is_reached) const {
  return [this, is_reached](Work& work, Life& life) {
    referrals::NewContact input;
    input.is_reached = is_reached;
    input.note = referrals::Note::trusted(
        is_reached ? "首次联系成功，核验身份后确认诉求：" + life.told.claim : say(life, "missed"));
    taken(referrals::add_contact(work, life.referral, input), "contact of a referral");
    if (is_reached && !life.reached_on) life.reached_on = work.zone.date(work.now);
  };
}

Play Steps::takes_up() const {
  return [](Work& work, Life& life) {
    taken(referrals::take_up(work, life.referral, {}), "take a referral up");
  };
}

Play Steps::drafts(complaints::Finding finding) const {
  return [this, finding](Work& work, Life& life) {
    const char* found = finding == complaints::Finding::responsible       ? "有责"
                        : finding == complaints::Finding::partly          ? "部分有责"
                        : finding == complaints::Finding::not_responsible ? "无责"
                                                                          : "无法认定";
    const std::string day = signed_on(life, setting_.zone);
    const std::string reached =
        life.reached_on ? chinese_day(*life.reached_on) : life.told.fill("{d-0}", setting_.zone);
    referrals::Account input;
    input.basic_facts = part("转办件于" + day + "签收，反映“" + life.told.summary + "”，诉求为" +
                             life.told.claim + "。");
    input.contacts =
        part(reached + "首次与投诉人取得联系并作沟通，录音留存；未接通的均已发送短信。");
    input.findings = part(life.told.fill("{found}", setting_.zone));
    input.outcome = part(life.told.fill("{decide}", setting_.zone) + "处理结果和救济途径已告知。");
    input.responsibility = part(std::string{"责任认定："} + found + "。");
    const bool is_banks =
        finding == complaints::Finding::responsible || finding == complaints::Finding::partly;
    if (is_banks && !life.told.matter->root.empty())
      input.rectification = part(life.told.fill("{root}", setting_.zone));
    taken(referrals::draft(work, life.referral, input), "draft an account");
  };
}

Play Steps::drafts_of(const char* findings, const char* outcome) const {
  return [this, findings, outcome](Work& work, Life& life) {
    const std::string day = signed_on(life, setting_.zone);
    referrals::Account input;
    input.basic_facts = part("转办件于" + day + "签收，反映“" + life.told.summary + "”。");
    input.contacts = part("已与投诉人取得联系并说明情况，录音留存。");
    input.findings = part(findings);
    input.outcome = part(outcome);
    input.responsibility = part("责任认定：本件不另作认定。");
    taken(referrals::draft(work, life.referral, input), "draft an account");
  };
}

Play Steps::approves_account() const {
  return [](Work& work, Life& life) {
    taken(referrals::approve(work, life.referral, {}), "approve an account");
  };
}

Play Steps::sends_back_account() const {
  return [this](Work& work, Life& life) {
    taken(referrals::send_back(work, life.referral,
                               {referrals::Note::trusted(say(life, "returned"))}),
          "send an account back");
  };
}

Play Steps::fills_back() const {
  return [](Work& work, Life& life) {
    referrals::FillBack input;
    input.proof = referrals::Proof::trusted("回填截图" + format(work.zone.date(work.now)));
    taken(referrals::fill_back(work, life.referral, input), "fill back");
  };
}

Play Steps::wants_rework() const {
  return [this](Work& work, Life& life) {
    referrals::Rework input;
    input.due_on = setting_.days.working_day(work.zone.date(work.now), 5);
    input.reason = referrals::Note::trusted(
        "退回重办：未说明与消费者沟通的具体内容，责任认定依据不充分，请补充后重新报送。");
    taken(referrals::rework(work, life.referral, input), "rework");
  };
}

Play Steps::finishes(bool is_pleased) const {
  return [is_pleased](Work& work, Life& life) {
    const auto result = is_pleased ? life.dice.happens(0.4)
                                         ? referrals::CallbackResult::satisfied
                                         : referrals::CallbackResult::basically_satisfied
                                   : referrals::CallbackResult::dissatisfied;
    taken(referrals::finish(work, life.referral, {result, {}}), "finish a referral");
  };
}

}  // namespace xb::app::demo
