// What happens to a complaint of the demo bank from its receipt to the archive, and who does it:
// drawn so that the bank as a whole has the figures of a city commercial bank.
#pragma once

#include "app/demo/steps.h"

namespace xb::app::demo {

// Who works on one case.
struct Crew {
  const Staff* clerk = nullptr;
  const Staff* desk = nullptr;  // complaints, at the head office
  const Staff* triager = nullptr;
  const Unit* unit = nullptr;
  const Staff* handler = nullptr;
  const Staff* closer = nullptr;
  const Staff* reviewer = nullptr;
  const Staff* archivist = nullptr;
  const Staff* caller = nullptr;  // who calls back
  const Staff* accused = nullptr;
};

enum class Fate { decided, at_once, withdrawn, redirected, refused, joined };

// How a complainant takes what the bank has decided.
enum class Reception { gladly, fairly, badly };

// What was drawn for one case that is decided; from the one choice follow decision, contact,
// answer and its proof.
struct Course {
  double answer_day = 11;
  bool is_extended = false;
  bool is_specially_extended = false;
  complaints::Outcome outcome = complaints::Outcome::settled;
  complaints::Finding finding = complaints::Finding::not_responsible;
  std::int64_t pays_fen = 0;
  bool has_offer = false;
  complaints::AnswerMeans means = complaints::AnswerMeans::telephone;
  complaints::Delivery delivery = complaints::Delivery::told;
  Reception reception = Reception::gladly;
};

bool is_the_banks(complaints::Finding finding);

class Author {
 public:
  Author(const Setting& setting, const Steps& steps) : setting_(setting), steps_(steps) {}

  // `earlier` is the case that this one repeats; one that still runs it may be joined to. False
  // where the bank's story ends before anybody has registered it: it is none of its complaints.
  [[nodiscard]] bool write(Life& life, const Life* earlier) const;
  // What is no complaint.
  void write_other(Life& life, complaints::IntakeKind kind) const;
  // The case of the branch that nobody has answered in time.
  void write_overdue(Life& life) const;
  // The account of a referral whose case was kept elsewhere and is over at `over`, from where it is
  // imported by `import`.
  void write_register(Life& life, Instant over, Play import) const;
  // Who has complained to the bank goes to the bureau: a referral that has its case already.
  void write_upgraded(Life& life, const Life& earlier) const;

 private:
  Crew crew_of(Life& life) const;
  void staff_unit(Life& life, Crew& crew) const;
  Fate fate_of(Life& life, const Life* earlier) const;
  Course course_of(Life& life) const;
  void draw_limits(Life& life, Course& out) const;
  // The end of the last day on which it may be answered.
  Instant limit_of(const Life& life) const;
  void draw_outcome(Life& life, Course& out) const;
  void draw_reception(Life& life, Course& out) const;
  bool arrive(Plot& plot, Life& life, const Crew& crew) const;
  void refer(Plot& plot, Life& life, const Crew& crew) const;
  void settle_at_once(Plot& plot, Life& life, const Crew& crew) const;
  void withdraw(Plot& plot, Life& life, Crew& crew) const;
  void decide(Plot& plot, Life& life, Crew& crew, const Life* earlier) const;
  void hand_out(Plot& plot, Life& life, Crew& crew, const Life* earlier) const;
  Date next_contact(const Plot& plot, const Life& life, std::int64_t working_days) const;
  void reach_first(Plot& plot, Life& life, const Crew& crew) const;
  void keep_talking(Plot& plot, Life& life, const Crew& crew, double until_day) const;
  void inquire(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void watch_limit(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void negotiate(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void conclude(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void promise(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void tell(Plot& plot, Life& life, const Crew& crew, const Course& course, Instant due) const;
  void try_in_vain(Plot& plot, const Crew& crew) const;
  void report_back(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void report_end(Plot& plot, Life& life, const Crew& crew, Fate fate) const;
  void learn(Plot& plot, Life& life, const Crew& crew, const Course& course) const;
  void send_account(Plot& plot, Life& life, const Staff& desk, Play draft, double content) const;
  void check_classes(Plot& plot, Life& life) const;
  void file(Plot& plot, Life& life, const Crew& crew) const;

  const Setting& setting_;
  const Steps& steps_;
};

}  // namespace xb::app::demo
