// What is drawn for a case that is decided: when, what is found, how it comes out and how the
// complainant is told. Its steps stand in author_course.cpp.
#include <algorithm>

#include "app/demo/author.h"

namespace xb::app::demo {

using complaints::Finding;
using complaints::Outcome;
using std::chrono::days;

namespace {

constexpr std::int64_t fen = 100;

// Dates of the thirty and of the ordinary: most answers come in the second week.
double draw_answer_day(Dice& dice) {
  if (dice.happens(0.16)) return 10.5 + 2.7 * dice.share();
  return 4.2 + 6.6 * std::max(dice.share(), dice.share());
}

Finding draw_finding(Dice& dice) {
  const double at = dice.share();
  if (at < 0.09) return Finding::responsible;
  if (at < 0.27) return Finding::partly;
  return at < 0.335 ? Finding::undetermined : Finding::not_responsible;
}

Finding finding_named(const std::string& name) {
  if (name == "responsible") return Finding::responsible;
  if (name == "partly") return Finding::partly;
  return name == "undetermined" ? Finding::undetermined : Finding::not_responsible;
}

constexpr std::string_view between_claims = "；";

// What of a claim a bank may refuse: money, and what it had decided. It explains itself to
// everybody, and helps whoever needs it.
std::vector<std::string> refusable_of(const std::string& claim) {
  constexpr std::string_view refusable[] = {
      "退",   "补", "赔",     "返还", "减免",       "免",   "撤销", "删除",  "更正",
      "恢复", "解除", "续贷", "按最新", "承担", "个性化分期", "兑现", "全额", "按宣传"};
  std::vector<std::string> out;
  for (std::size_t from = 0; from < claim.size();) {
    const auto end = std::min(claim.find(between_claims, from), claim.size());
    const std::string one = claim.substr(from, end - from);
    const auto begins = [&](std::string_view start) { return one.starts_with(start); };
    const bool is_his_card = one.find("吞卡") != std::string::npos;
    if (!is_his_card && std::any_of(std::begin(refusable), std::end(refusable), begins))
      out.push_back(one);
    from = end + between_claims.size();
  }
  return out;
}

// Of several one where the bank meets the others half way, and all where it supports nothing.
std::string refused_of(const std::string& claim, Outcome outcome) {
  std::string out;
  for (const std::string& one : refusable_of(claim)) {
    if (!out.empty() && outcome != Outcome::not_supported) break;
    if (!out.empty()) out += between_claims;
    out += one;
  }
  return out;
}

// What the bank pays where it answers for it.
std::int64_t draw_payment(Life& life) {
  const Matter& matter = *life.told.matter;
  if (life.told.original != nullptr && life.told.original->pays_fen > 0)
    return life.told.original->pays_fen;
  if (matter.pays_to > 0)
    return life.dice.between(matter.pays_from * fen, matter.pays_to * fen) / 10 * 10;
  return static_cast<std::int64_t>(static_cast<double>(life.told.amount_fen) * matter.pays);
}

bool refuses_a_part(const Matter& matter) {
  return matter.decide.find("不予") != std::string::npos ||
         matter.decide.find("未支持") != std::string::npos;
}

// Of the thirty some say what was paid.
bool pays_less(const Life& life) {
  const Original* const original = life.told.original;
  return original != nullptr && original->pays_fen > 0 && original->pays_fen < original->amount_fen;
}

// What is said of what he claims before what is done for him all the same.
std::string ruling_of(const std::string& refused, const Course& course) {
  if (refused.empty()) return {};
  const char* found = course.finding == Finding::undetermined ? "现有材料不足以认定我行办理有误"
                                                              : "经核查我行办理无误";
  const char* then =
      course.outcome == Outcome::settled ? "；经协商，双方同意：" : "，不予支持。同时，";
  return "关于“" + refused + "”，" + found + then;
}

}  // namespace

bool is_the_banks(Finding finding) {
  return finding == Finding::responsible || finding == Finding::partly;
}

Course Author::course_of(Life& life) const {
  Course out;
  out.finding = draw_finding(life.dice);
  draw_limits(life, out);
  if (const Original* original = life.told.original) {
    constexpr double later = 0.3;
    out.finding = finding_named(original->finding);
    out.answer_day = static_cast<double>(original->takes) + later;
    out.is_extended = original->is_extended ||
                      (original->takes > 14 && !original->is_appraised && !original->is_mediated);
    out.is_specially_extended = original->is_extended;
  }
  draw_outcome(life, out);
  draw_reception(life, out);
  // A letter goes somewhere.
  auto& address = life.told.person.address;
  if (out.means == complaints::AnswerMeans::letter && !address)
    address = privacy::Personal<privacy::Address>::trusted(
        life.told.street + std::to_string(life.dice.between(1, 180)) + "号");
  return out;
}

Instant Author::limit_of(const Life& life) const {
  return setting_.zone.start(setting_.zone.date(life.told.received_at) + days{life.limit_days + 1});
}

// Long holidays make short limits: who means to keep his answers before the last day of work.
void Author::draw_limits(Life& life, Course& out) const {
  Dice& dice = life.dice;
  constexpr double day_ms = 86'400'000.0, in_hand = 0.4;
  const Instant received = life.told.received_at;
  const auto in_days = [&](Instant at) {
    return static_cast<double>((at - received).count()) / day_ms;
  };
  const Instant last = setting_.days.working_before(received + days{14}, dice);
  out.answer_day = std::min(draw_answer_day(dice), in_days(last) - in_hand);
  // The limit of the People's Bank is another, and is not drawn out here.
  const bool may_extend = life.told.way->channel != "hotline_12363";
  out.is_extended = dice.happens(life.told.matter->tier == "complex" ? 0.17 : 0.05) && may_extend;
  if (out.is_extended) out.answer_day = 16.5 + dice.share() * 11.5;
  if (out.is_extended && dice.happens(0.08)) {
    out.is_specially_extended = true;
    out.answer_day = 32 + dice.share() * 24;
  }
  if (life.is_meant_late) {
    out.is_extended = out.is_specially_extended = false;
    out.answer_day = 16.4 + dice.share() * 4;
    return;
  }
  // Of those whose limit is near today some still wait for their answer.
  const double age = in_days(setting_.end);
  if (age > 11.8 && age < 14.6 && dice.happens(0.4)) {
    out.is_extended = out.is_specially_extended = false;
    out.answer_day = std::min(age + 1.2, 14.7);
  }
}

// What was found is of this matter, and what is done for the customer follows from it.
void Author::draw_outcome(Life& life, Course& out) const {
  Dice& dice = life.dice;
  const Matter& matter = *life.told.matter;
  const bool is_original = life.told.original != nullptr;
  const bool is_partial = refuses_a_part(matter);
  if (!is_original && matter.is_blameless && is_the_banks(out.finding))
    out.finding = Finding::not_responsible;
  if (!is_original && (is_partial || matter.is_mild) && out.finding == Finding::responsible)
    out.finding = Finding::partly;
  const bool is_cleared = !is_the_banks(out.finding) && !is_original;
  if (dice.happens(is_cleared ? 0.56 : 0.74))
    out.outcome = Outcome::settled;
  else if (is_cleared)
    out.outcome = dice.happens(0.8) ? Outcome::not_supported : Outcome::partly_supported;
  else
    out.outcome = is_partial || !is_the_banks(out.finding) || pays_less(life) ||
                          (matter.pays > 0 && matter.pays < 1)
                      ? Outcome::partly_supported
                      : Outcome::supported;
  const bool is_refused = is_partial && !is_cleared;
  out.has_offer = out.outcome == Outcome::settled && !is_refused && dice.happens(0.7);
  if (!is_cleared) out.pays_fen = draw_payment(life);
  if (out.pays_fen > 0) life.told.paid = yuan(out.pays_fen);
  if (is_original) return;
  if (is_cleared) {
    if (!matter.cleared.empty()) life.told.found = dice.pick(matter.cleared);
    life.told.decide = matter.goodwill;
  }
  life.told.refused = refused_of(life.told.claim, out.outcome);
  if (out.outcome == Outcome::not_supported && life.told.refused.empty())
    out.outcome = Outcome::partly_supported;
  if (out.outcome == Outcome::not_supported) {
    out.finding = Finding::not_responsible;  // what is open is not refused
    life.told.decide = "“{refused}”不予支持，说明核查情况和依据，并告知救济途径。";
  } else if (is_cleared) {
    life.told.ruled = ruling_of(life.told.refused, out);
  }
}

// Who has agreed was reached; how he is told follows from how he came.
void Author::draw_reception(Life& life, Course& out) const {
  using complaints::AnswerMeans;
  Dice& dice = life.dice;
  const double at = dice.share();
  double gladly = 0.8, fairly = 0.2;
  if (out.outcome == Outcome::partly_supported) {
    gladly = 0.35;
    fairly = 0.55;
  } else if (out.outcome == Outcome::not_supported) {
    gladly = 0;
    fairly = 0.52;
  }
  out.reception = at < gladly            ? Reception::gladly
                  : at < gladly + fairly ? Reception::fairly
                                         : Reception::badly;
  const Told& told = life.told;
  const bool has_agreed = out.outcome == Outcome::settled;
  if (!has_agreed && told.original == nullptr && !out.is_extended && dice.happens(0.09)) {
    out.delivery = complaints::Delivery::unreachable;
    out.means = AnswerMeans::letter;
    return;
  }
  const double way = dice.share();
  if (out.has_offer && out.pays_fen > 0 && way < 0.3)
    out.means = AnswerMeans::settlement_agreement;
  else if (told.way->voice == Voice::letter || (is_referred(told) && way < 0.6))
    out.means = AnswerMeans::letter;
  else if (told.way->channel == "counter" && way > 0.5)
    out.means = AnswerMeans::handed_over;
  else
    out.means = way > 0.24 ? AnswerMeans::telephone : AnswerMeans::letter;
}

}  // namespace xb::app::demo
