#include "app/demo/author.h"

#include <algorithm>

namespace xb::app::demo {
namespace {

using complaints::Tier;
using complaints::Urgency;
using std::chrono::days;
using std::chrono::minutes;

constexpr std::string_view protection = "100101", call_centre = "100106";

bool comes_by_phone(const Told& told) {
  const std::string_view channel = told.way->channel;
  return channel == "hotline" || channel == "mobile_app" || channel == "platform";
}

bool comes_to_outlet(const Told& told) {
  return told.way->channel == "counter" || told.way->channel == "suggestion_book";
}

Tier tier_of(Life& life) {
  const std::string& tier = life.told.matter->tier;
  if (tier == "major") return Tier::major;
  return tier == "complex" || life.dice.happens(0.02) ? Tier::complex : Tier::ordinary;
}

Urgency urgency_of(Life& life, Tier tier) {
  if (tier == Tier::major) return Urgency::i;
  return tier == Tier::complex || life.dice.happens(0.12) ? Urgency::ii : Urgency::iii;
}

}  // namespace

Crew Author::crew_of(Life& life) const {
  const Cast& cast = setting_.cast;
  const Unit& outlet = *life.outlet;
  const bool is_barred = life.told.matter->is_about_staff;
  Crew out;
  out.desk = &cast.any("complaint_manager", cast.unit(protection), life.dice);
  out.caller = &cast.any("hotline_agent", cast.unit(call_centre), life.dice);
  if (is_barred) out.accused = &cast.at("lobby_manager", outlet);
  if (comes_by_phone(life.told))
    out.clerk = &cast.any("hotline_agent", cast.unit(call_centre), life.dice);
  else if (comes_to_outlet(life.told))
    out.clerk = is_barred ? &cast.at("sub_branch_officer", cast.unit(outlet.sub_branch_id))
                : life.dice.happens(0.6) ? &cast.at("lobby_manager", outlet)
                                         : &cast.at("liaison", outlet);
  else
    out.clerk = out.desk;
  staff_unit(life, out);
  return out;
}

void Author::staff_unit(Life& life, Crew& crew) const {
  const Cast& cast = setting_.cast;
  const Unit& outlet = *life.outlet;
  const Unit& sub_branch = cast.unit(outlet.sub_branch_id);
  const Unit& branch = cast.unit(outlet.branch_id);
  // Nobody judges himself before a regulator or the city.
  const std::string& own = life.told.matter->by;
  const bool is_above = own == "outlet" && is_referred(life.told) && life.told.original == nullptr;
  const std::string by = is_above ? "branch" : own;
  crew.triager = crew.reviewer = crew.archivist = crew.desk;
  if (by == "outlet") {
    crew.unit = &outlet;
    crew.handler = &cast.at("operations_manager", outlet);
    crew.closer = &cast.at("outlet_head", outlet);
    crew.reviewer = &cast.at("branch_officer", branch);
    crew.archivist = &cast.at("liaison", outlet);
    if (comes_to_outlet(life.told)) crew.triager = &cast.at("liaison", outlet);
  } else if (by == "sub_branch") {
    crew.unit = &sub_branch;
    crew.handler = &cast.at("sub_branch_officer", sub_branch);
    crew.closer = &cast.at("sub_branch_head", sub_branch);
    crew.reviewer = &cast.at("branch_officer", branch);
  } else if (by == "branch") {
    crew.unit = &branch;
    crew.handler = &cast.at("branch_officer", branch);
    crew.closer = crew.desk;
  } else {
    crew.unit = &cast.unit(by);
    crew.handler = cast.has("handler", *crew.unit) ? &cast.any("handler", *crew.unit, life.dice)
                                                   : &cast.at("department_head", *crew.unit);
    crew.closer = crew.handler->post->code == "department_head"
                      ? crew.desk
                      : &cast.at("department_head", *crew.unit);
  }
  life.approvers.clear();
  if (!life.told.matter->is_about_staff) life.approvers.push_back(&cast.at("outlet_head", outlet));
  if (crew.unit->kind == identity::UnitKind::department)
    life.approvers.push_back(&cast.at("department_head", *crew.unit));
  life.approvers.push_back(&cast.at("sub_branch_head", sub_branch));
  life.approvers.push_back(&cast.at("branch_head", branch));
  life.approvers.push_back(&cast.at("protection_head", cast.unit(protection)));
  life.approvers.push_back(&cast.at("president", cast.unit("100000")));
}

Fate Author::fate_of(Life& life, const Life* earlier) const {
  const Told& told = life.told;
  if (told.original != nullptr)
    return told.original->is_settled_at_once ? Fate::at_once : Fate::decided;
  if (told.is_copy || life.is_meant_late) return Fate::decided;
  if (earlier != nullptr)
    return earlier->over_at && *earlier->over_at > told.received_at ? Fate::joined : Fate::decided;
  const bool is_formal = is_referred(told) || told.way->voice == Voice::letter ||
                         told.matter->is_about_staff || told.matter->tier == "complex";
  // Over a long holiday nothing is settled at once.
  const Date received_on = setting_.zone.date(told.received_at);
  const bool is_worked_on = setting_.days.is_working(received_on) ||
                            setting_.days.working_day(received_on, 1) <= received_on + days{2};
  // Nobody withdraws what many complain of, or what is grave.
  const bool is_light = told.wave == nullptr && told.matter->tier.empty();
  const double at = life.dice.share();
  if (at < 0.042) return is_light ? Fate::withdrawn : Fate::decided;
  if (at < 0.068 && !is_formal && told.wave == nullptr) return Fate::redirected;
  if (at > 0.996) return Fate::refused;
  constexpr double at_once = 0.63;
  return !is_formal && is_worked_on && life.dice.happens(at_once) ? Fate::at_once : Fate::decided;
}

bool Author::write(Life& life, const Life* earlier) const {
  Plot plot(setting_, life);
  const Fate fate = fate_of(life, earlier);
  if (fate == Fate::redirected) setting_.teller.tell_redirected(life.dice, life.told);
  Crew crew = crew_of(life);
  if (fate == Fate::decided && life.told.original == nullptr && life.dice.happens(0.045)) {
    const Matter& drawn =
        setting_.teller.draw_matter(setting_.zone.date(life.told.received_at), life.dice);
    if (drawn.business != life.told.matter->business) life.mistaken = &drawn;
  }
  if (!arrive(plot, life, crew)) return false;
  const Tier tier = tier_of(life);
  const auto accept = [&] {
    plot.pass(20, 260);
    plot.act(*crew.triager, "complaint.triage", steps_.accepts(tier, urgency_of(life, tier)));
  };
  switch (fate) {
    case Fate::decided:
      accept();
      decide(plot, life, crew, earlier);
      break;
    case Fate::at_once: settle_at_once(plot, life, crew); break;
    case Fate::withdrawn:
      accept();
      withdraw(plot, life, crew);
      break;
    case Fate::redirected:
      plot.pass(30, 400);
      plot.act(*crew.triager, "complaint.triage", steps_.redirects());
      report_end(plot, life, crew, fate);
      break;
    case Fate::refused:
      plot.pass(200, 900);
      plot.act(*crew.triager, "complaint.triage", steps_.refuses());
      report_end(plot, life, crew, fate);
      break;
    case Fate::joined:
      plot.pass(10, 90);
      plot.act(*crew.desk, "complaint.triage", steps_.joins(earlier));
      report_end(plot, life, crew, fate);
      break;
  }
  return true;
}

// From the receipt to the registration; false if that would be after the end.
bool Author::arrive(Plot& plot, Life& life, const Crew& crew) const {
  const Instant received = life.told.received_at;
  const Play registers = steps_.registers(crew.accused);
  const std::string_view permission = "complaint.register";
  if (is_referred(life.told)) {
    plot.reach(0.01);
    plot.act(*crew.desk, "referral.handle",
             steps_.receives(setting_.zone.date(received) + days{15}));
    plot.pass(5, 40);
    plot.act(*crew.desk, permission, registers);
    if (plot.is_over()) return false;
    plot.act(*crew.desk, "referral.handle", steps_.signs_in());
    return true;
  }
  constexpr minutes opens{8 * 60 + 30}, closes{19 * 60 + 50};
  if (comes_by_phone(life.told)) {
    const bool is_written = life.told.way->channel != "hotline";
    const minutes time = setting_.days.time_of(received);
    Instant at =
        received + minutes{is_written ? life.dice.between(15, 90) : life.dice.between(4, 13)};
    if (time < opens) at = setting_.days.at(setting_.zone.date(received), opens) + (at - received);
    if (time > closes - minutes{90} && is_written)
      at = setting_.days.at(setting_.zone.date(received) + days{1}, opens) + (at - received);
    plot.go_to(at);
  } else if (comes_to_outlet(life.told)) {
    plot.go_to(received + minutes{life.dice.between(5, 19)});
  } else {
    plot.pass(40, 420);  // the post is opened
  }
  plot.act(*crew.clerk, permission, registers);
  return !plot.is_over();
}

// In the conversation in which he complains, or when he is called back within the hours of work
// that follow: whoever closes it has spoken with him.
void Author::settle_at_once(Plot& plot, Life& life, const Crew& crew) const {
  const bool is_met = life.told.way->channel == "counter";
  const bool is_in_call = life.told.way->channel == "hotline" && life.dice.happens(0.55) &&
                          setting_.days.is_office_hour(plot.now());
  const bool is_outlets = is_met || (life.told.matter->by == "outlet" && !is_in_call);
  const Staff& who = is_outlets ? setting_.cast.at("operations_manager", *life.outlet) : *crew.desk;
  const std::string_view permission = "complaint.contact";
  std::string_view result = "called_back_result";
  if (is_met) {
    plot.go_to(plot.now() + minutes{life.dice.between(8, 40)});
    plot.act(who, permission, steps_.meets("spot_met"));
    result = "met_result";
  } else if (is_in_call) {
    plot.go_to(plot.now() + minutes{life.dice.between(2, 11)});
    plot.act(who, permission, steps_.hears_in_call("spot_in_call"));
    result = "in_call_result";
  } else {
    plot.pass(15, 130);
    if (life.dice.happens(0.35)) {
      plot.act(who, permission, steps_.misses());
      plot.pass(25, 110);
    }
    const Date next = setting_.days.working_day(plot.today(), 1);
    plot.act(who, permission, steps_.reaches("spot_called", next));
  }
  plot.go_to(plot.now() + minutes{life.dice.between(2, 16)});
  life.over_at = plot.now();
  plot.act(who, "complaint.close", steps_.closes_at_once(result));
  plot.pass(900, 4'000);
  const Staff& chief =
      setting_.cast.at("branch_officer", setting_.cast.unit(life.outlet->branch_id));
  plot.act(chief, "complaint.check_sample", steps_.checks_sample());
  if (life.dice.happens(0.25)) {
    plot.pass(20, 400);
    plot.act(*crew.caller, "complaint.call_back",
             life.dice.happens(0.93) ? steps_.calls_back(life.dice.between(4, 5), "pleased")
                                     : steps_.calls_back(3, "displeased"));
  }
  check_classes(plot, life);
  plot.pass(2'000, 6'000);
  plot.act(*crew.archivist, "complaint.archive", steps_.archives());
}

void Author::check_classes(Plot& plot, Life& life) const {
  if (!life.dice.happens(0.7)) return;
  plot.pass(300, 2'400);
  const Staff& officer = setting_.cast.at("officer", setting_.cast.unit(protection));
  plot.act(officer, "complaint.check_sample", steps_.checks_classes());
}

void Author::withdraw(Plot& plot, Life& life, Crew& crew) const {
  hand_out(plot, life, crew, nullptr);
  reach_first(plot, life, crew);
  plot.reach(1.5 + life.dice.share() * 6);
  const bool is_outlets = crew.unit->kind == identity::UnitKind::outlet;
  const Staff& who = is_outlets ? *crew.archivist : *crew.desk;
  life.over_at = plot.now();
  plot.act(who, "complaint.withdraw", steps_.withdraws());
  report_end(plot, life, crew, Fate::withdrawn);
  plot.pass(2'000, 5'000);
  plot.act(*crew.archivist, "complaint.archive", steps_.archives());
}

void Author::write_other(Life& life, complaints::IntakeKind kind) const {
  using complaints::IntakeKind;
  Plot plot(setting_, life);
  const Crew crew = crew_of(life);
  const Cast& cast = setting_.cast;
  plot.go_to(life.told.received_at + minutes{life.dice.between(3, 15)});
  const bool is_here = comes_to_outlet(life.told) || kind == IntakeKind::on_the_spot;
  const Staff* clerk = is_here ? &cast.at("lobby_manager", *life.outlet) : crew.caller;
  std::string_view permission = "intake.consultation";
  if (kind == IntakeKind::suggestion) permission = "intake.suggestion";
  if (kind == IntakeKind::praise) permission = "intake.praise";
  if (kind == IntakeKind::on_the_spot) permission = "intake.on_the_spot";
  if (kind == IntakeKind::petition) {
    clerk = crew.desk;
    permission = "intake.petition";
  }
  plot.act(*clerk, permission, steps_.takes_in(kind));
  if (kind == IntakeKind::on_the_spot) return;
  if (kind == IntakeKind::petition)
    plot.reach(11);
  else if (kind == IntakeKind::consultation)
    plot.pass(3, 40);  // answered in the call; the desk looks it over
  else
    plot.pass(300, 700);
  plot.act(*crew.desk, "complaint.close", steps_.closes_answered(kind == IntakeKind::consultation));
}

}  // namespace xb::app::demo
