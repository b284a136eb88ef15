#include "modules/cases/service.h"

#include "modules/cases/rules.h"
#include "modules/cases/store.h"
#include "modules/complaints/reading/service.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::cases {
namespace {

struct Written {
  Title title;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> cause;
  Id<complaints::Complaint> source_id;
};
BOOST_DESCRIBE_STRUCT(Written, (), (title, business, cause, source_id))

struct Moved {
  State from = State::draft;
  State to = State::draft;
  std::optional<Text<500>> note;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (from, to, note))

CaseView view_of(const Case& row) {
  return {.id = row.id,
          .state = row.state,
          .title = row.title,
          .business = row.business,
          .cause = row.cause,
          .facts = row.facts,
          .right_handling = row.right_handling,
          .wrong_handling = row.wrong_handling,
          .wording = row.wording,
          .amount_from_fen = row.amount_from_fen,
          .amount_to_fen = row.amount_to_fen,
          .written_at = row.written_at,
          .published_at = row.published_at,
          .version = row.version};
}

// The library is the bank's: its entries stand on the bank, under its key.
evidence::Subject subject_of(Id<Case> id, const sealing::DataKey& key) {
  return evidence::Subject(id, key);
}

Result<Case> opened(Work& work, Id<Case> id) {
  auto row = case_by_id(work.tx, id);
  if (!row) return refuse(Reason::missing, "case.missing");
  TRY(check_version(work, row->version));
  return std::move(*row);
}

// The code of a classification told as code or name, as complaints have it.
Result<std::optional<complaints::Code>> chosen(Work& work, std::string_view taxonomy,
                                               const std::optional<complaints::Code>& told) {
  if (!told) return told;
  auto code = complaints::words(work).choose(taxonomy, told->str(), work.zone.date(work.now));
  if (!code) return at_field(taxonomy, std::move(code).error());
  return complaints::Code::trusted(std::move(*code));
}

Result<CaseView> move(Work& work, Case row, Action action, evidence::Kind kind,
                      const Decision& input) {
  const State from = row.state;
  row.state = TRY(after(from, action));
  if (!work.tx.update(row)) return refuse(Reason::conflict, "version.changed");
  const auto key = sealing::key(work, {bank_id});
  evidence::append(work, kind, subject_of(row.id, key), Moved{from, row.state, input.note});
  return view_of(row);
}

Result<storage::Page<CaseView>> listed(Work& work, const storage::ListRequest& request,
                                       bool with_drafts) {
  const auto found = TRY(page(work, request, with_drafts));
  storage::Page<CaseView> out{{}, found.next_cursor};
  for (const Case& row : found.rows) out.items.push_back(view_of(row));
  return out;
}

}  // namespace

Result<CaseView> write_case(Work& work, const NewCase& input) {
  TRY(check(input));
  const auto business = TRY(chosen(work, "business", input.business));
  const auto cause = TRY(chosen(work, "cause", input.cause));
  if (input.source_id) {
    const auto source = TRY(complaints::find(work, *input.source_id));
    if (source.state != complaints::State::closed)
      return refuse(Reason::conflict, "case.source_open", "source_id");
  }
  const Case row{.id = work.new_id<Case>(),
                 .title = input.title,
                 .business = business,
                 .cause = cause,
                 .facts = input.facts,
                 .right_handling = input.right_handling,
                 .wrong_handling = input.wrong_handling,
                 .wording = input.wording,
                 .amount_from_fen = input.amount_from_fen,
                 .amount_to_fen = input.amount_to_fen,
                 .source_id = input.source_id.value_or(Id<complaints::Complaint>{}),
                 .written_by_id = work.actor.person,
                 .written_at = work.now,
                 .published_by_id = {},
                 .published_at = {}};
  work.tx.insert(row);
  const auto key = sealing::key(work, {bank_id});
  evidence::append(work, "case.written", subject_of(row.id, key),
                   Written{row.title, row.business, row.cause, row.source_id});
  return view_of(row);
}

Result<CaseView> publish(Work& work, Id<Case> id, const Decision& input) {
  Case row = TRY(opened(work, id));
  if (!identity::is_another_person(work.actor, {row.written_by_id, {}}))
    return refuse(Reason::forbidden, "case.same_person");
  row.published_by_id = work.actor.person;
  row.published_at = work.now;
  return move(work, std::move(row), Action::publish, "case.published", input);
}

Result<CaseView> withdraw(Work& work, Id<Case> id, const Decision& input) {
  return move(work, TRY(opened(work, id)), Action::withdraw, "case.withdrawn", input);
}

Result<CaseView> find_case(Work& work, Id<Case> id) {
  const auto row = case_by_id(work.tx, id);
  if (!row || row->state != State::published) return refuse(Reason::missing, "case.missing");
  return view_of(*row);
}

Result<CaseView> find_any_case(Work& work, Id<Case> id) {
  const auto row = case_by_id(work.tx, id);
  if (!row) return refuse(Reason::missing, "case.missing");
  return view_of(*row);
}

Result<storage::Page<CaseView>> list_cases(Work& work, const storage::ListRequest& request) {
  return listed(work, request, false);
}

Result<storage::Page<CaseView>> list_all_cases(Work& work, const storage::ListRequest& request) {
  return listed(work, request, true);
}

Result<Help> help_with(Work& work, Id<complaints::Complaint> id) {
  const auto complaint = TRY(complaints::find(work, id));
  Help out;
  if (!complaint.business) return out;
  const std::string cause = complaint.cause ? complaint.cause->str() : std::string{};
  for (const Case& row : fitting(work.tx, complaint.business->str(), cause, offered_max))
    out.cases.push_back(view_of(row));
  if (const Guide* guide = guide_for(complaint.business->str())) out.guide = *guide;
  return out;
}

}  // namespace xb::cases
