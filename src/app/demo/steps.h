// The steps of the modules as acts of a life: what is said in them, and what of their answers the
// life goes on with.
#pragma once

#include "app/demo/life.h"
#include "modules/complaints/contacts/service.h"
#include "modules/complaints/decision/service.h"
#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/responsibility/service.h"
#include "modules/complaints/triage/service.h"
#include "modules/referrals/types.h"

namespace xb::app::demo {

class Steps {
 public:
  explicit Steps(const Setting& setting) : setting_(setting) {}

  // A phrase of this name, filled for this life.
  std::string say(Life& life, std::string_view phrase, std::string_view next = {}) const;
  // Why what he claims is not done for him.
  std::string refusal(Life& life) const;

  // How it begins.
  Play registers(const Staff* accused = nullptr) const;
  Play takes_in(complaints::IntakeKind kind) const;
  Play accepts(complaints::Tier tier, complaints::Urgency urgency) const;
  Play redirects() const;
  Play refuses() const;
  Play joins(const Life* first) const;
  Play reclassifies() const;
  Play assigns(const Unit& unit, const Staff* handler, bool is_again = false) const;
  Play takes_over() const;
  Play withdraws() const;

  // How it is worked on.
  Play misses() const;
  Play texts(std::string_view phrase = "sms") const;
  Play reaches(std::string_view phrase, Date next) const;
  Play meets(std::string_view phrase) const;          // face to face
  Play hears_in_call(std::string_view phrase) const;  // the call in which he complains goes on
  Play is_called(std::string_view phrase, Date next) const;
  Play dispatches(const Unit& unit, Date due) const;
  Play answers_task() const;
  Play hands_back() const;
  Play asks_supplement(Date until) const;
  Play supplements() const;
  Play offers(std::int64_t fen, std::int64_t demand_fen) const;
  Play settles(bool is_accepted) const;
  Play chases(Date due) const;
  Play acknowledges() const;
  Play supervises(Date due, std::string letter) const;
  Play replies() const;
  Play raises(const Unit& unit, const Staff& leader, const Staff* handler, const Life* earlier,
              bool is_major) const;
  Play asks_to_keep() const;
  Play could_not_keep() const;
  Play extends(std::int64_t to_total, bool is_told) const;
  Play excludes(bool is_appraisal) const;
  Play ends_exclusion() const;

  // How it ends.
  Play proposes(complaints::Outcome outcome, std::int64_t fen) const;
  Play approves(bool is_granted = true) const;
  Play answers(complaints::AnswerMeans means, complaints::Delivery reached, std::string_view phrase,
               std::string tried = {}) const;
  Play promises(complaints::FulfilmentKind kind, std::int64_t fen, Date due) const;
  Play fulfils() const;
  Play finds(complaints::Finding finding, const Unit& unit) const;
  Play objects() const;
  Play reviews(complaints::Finding finding) const;
  Play names_cause(const Unit& unit) const;
  Play calls_back(std::int64_t score, std::string_view phrase) const;
  Play closes() const;
  Play closes_at_once(std::string_view phrase) const;
  // What is no complaint, with what was answered.
  Play closes_answered(bool in_call) const;
  Play checks_sample() const;
  Play checks_classes() const;
  Play archives() const;

  // A regulator's list.
  Play receives(Date due) const;
  Play signs_in() const;
  Play links(const Life* to) const;  // to the case that it is about
  Play tries(bool is_reached) const;
  Play takes_up() const;
  Play drafts(complaints::Finding finding) const;
  // Of what was not decided: what was found, and how it ended.
  Play drafts_of(const char* findings, const char* outcome) const;
  Play approves_account() const;
  Play sends_back_account() const;
  Play fills_back() const;
  Play wants_rework() const;
  Play finishes(bool is_pleased) const;

 private:
  Actor as(const Staff& staff, std::string_view permission, const Work& work) const;

  const Setting& setting_;
};

}  // namespace xb::app::demo
