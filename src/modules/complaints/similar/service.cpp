#include "modules/complaints/similar/service.h"

#include <algorithm>
#include <set>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/contacts/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/similar/store.h"
#include "platform/clocks/story.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

constexpr std::size_t compared_max = 30;
constexpr std::size_t members_shown = 50;
constexpr std::size_t members_read = 10;  // for what they have in common
constexpr std::int64_t group_min = 3;
constexpr std::size_t groups_shown = 100;
constexpr std::size_t passages_shown = 3;
constexpr std::size_t entries_read = 500;  // at once

struct Joined : Moved {
  Id<Complaint> into_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Joined, (Moved), (into_id, reason))

struct SplitOff : Moved {
  Id<Complaint> from_id;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(SplitOff, (Moved), (from_id, handling_unit_id, handler_id, reason))

// As the entry tells that joined it: what state it was in, and which clocks stopped.
struct WasJoined {
  State from = State::registered;
  std::vector<clocks::Change> clocks;
};

WasJoined last_joining(Work& work, Id<Complaint> id) {
  std::optional<WasJoined> out;
  std::int64_t n = 0;
  for (bool more = true; more;) {
    const auto entries = evidence::timeline(work, id.number, n, entries_read);
    for (const auto& entry : entries) {
      n = entry.n;
      if (entry.kind != "complaint.joined") continue;
      const auto json = parse_json(entry.facts.text);
      const auto* from =
          json && json->is_object() ? json->get_object().if_contains("from") : nullptr;
      std::optional<State> state;
      if (from != nullptr && from->is_string())
        state = named<State>(std::string_view{from->get_string()});
      storage::cells::expect(state.has_value(), "an entry does not say from which state");
      out = WasJoined{*state, clocks::changes_in(entry.facts.text)};
    }
    more = entries.size() == entries_read;
  }
  storage::cells::expect(out.has_value(), "a complaint is joined, and no entry says so");
  return std::move(*out);
}

using Passage = privacy::Personal<privacy::Prose<5'000>>;

std::string text_of(const Complaint& complaint) {
  return complaint.description ? complaint.description->reveal() : complaint.summary.reveal();
}

std::vector<Passage> shared_by(Work& work, const std::vector<std::int64_t>& members) {
  std::vector<std::string> texts;
  for (const std::int64_t id : members) {
    if (texts.size() == members_read) break;
    if (const auto one = find_complaint(work, work.actor, {id})) texts.push_back(text_of(*one));
  }
  std::vector<Passage> out;
  for (std::string& passage : shared_passages(texts)) {
    if (out.size() == passages_shown) break;
    out.push_back(Passage::trusted(std::move(passage)));
  }
  return out;
}

SignatureKey key_of(const sealing::Keyring& keys) {
  const std::string bytes = keys.mac(sealing::Purpose::blind_index, "similar texts");
  SignatureKey out;
  for (std::size_t i = 0; i < 8; ++i) {
    out.first = out.first << 8 | static_cast<unsigned char>(bytes[i]);
    out.second = out.second << 8 | static_cast<unsigned char>(bytes[i + 8]);
  }
  return out;
}

// The first text of the group it is in, or would begin.
std::int64_t first_of(const SignatureRow& row) { return row.group.value_or(row.complaint_id); }

// The group whose first text is most like it, if near-identical. Members are held against the first
// alone: else texts that have ever less in common would hang together by their neighbours.
std::optional<std::int64_t> group_for(Work& work, const std::string& text,
                                      const Signature& signature,
                                      const std::vector<SignatureRow>& candidates) {
  std::set<std::int64_t> firsts;
  for (const SignatureRow& row : candidates)
    if (likeness(row.signature, signature) >= worth_counting) firsts.insert(first_of(row));
  std::optional<std::int64_t> out;
  double most = 0;
  for (const std::int64_t first : firsts) {
    const auto other = find_complaint(work, Actor::system(), {first});
    const double share = other ? shared_share(text_of(*other), text) : 0;
    if (share < near_identical || share <= most) continue;
    most = share;
    out = first;
  }
  return out;
}

void sign(Work& work, Id<Complaint> id) {
  if (signature_row(work.tx, id)) return;
  const auto complaint = find_complaint(work, Actor::system(), id);
  if (!complaint) return;
  const auto signature = signature_of(text_of(*complaint), key_of(work.keys));
  if (!signature) return;
  const auto candidates = worth_comparing(work.tx, *signature, compared_max);
  const auto group = group_for(work, text_of(*complaint), *signature, candidates);
  if (group) begin_group(work.tx, *group);
  insert(work.tx, {id.number, *signature, group});
  const bool is_copy = std::any_of(candidates.begin(), candidates.end(), [&](const auto& row) {
    return first_of(row) == group && likeness(row.signature, *signature) >= copied;
  });
  if (!is_copy) insert_bands(work.tx, id.number, *signature);
}

void unsign(Work& work, Id<Complaint> id) {
  const auto row = signature_row(work.tx, id);
  if (!row) return;
  const bool was_found = has_bands(work.tx, *row);
  delete_signature(work.tx, *row);
  if (!row->group) return;
  const std::int64_t group =
      *row->group == id.number ? renew_group(work.tx, id.number) : *row->group;
  if (!was_found) return;
  // Its copies relied on it to be found: the newest of them does it for the others.
  for (const SignatureRow& next : newest_of_group(work.tx, group, compared_max)) {
    if (likeness(next.signature, row->signature) < copied) continue;
    insert_bands(work.tx, next.complaint_id, next.signature);
    return;
  }
}

bool is_same_person(Work& work, const Complaint& a, const Complaint& b) {
  const auto one = find_complainant(work, a.complainant_id);
  const auto other = find_complainant(work, b.complainant_id);
  if (!one || !other) return false;
  const auto same = [](const auto& left, const auto& right) {
    return left.text && left.text == right.text;
  };
  return same(one->identity_number_index, other->identity_number_index) ||
         same(one->phone_index, other->phone_index) ||
         same(one->card_number_index, other->card_number_index) ||
         same(one->email_index, other->email_index);
}

}  // namespace

Result<SimilarTexts> similar_to(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  SimilarTexts out;
  const auto row = signature_row(work.tx, id);
  if (!row || !row->group) return out;
  auto members = members_of(work, *row->group, members_shown + 1);
  out.shared = shared_by(work, members);
  std::erase(members, id.number);
  out.items = items_of(work, lines_by_ids(work, members));
  return out;
}

Result<SimilarGroups> similar_groups(Work& work) {
  SimilarGroups out;
  for (const SimilarGroup& group : similar_groups_in_sight(work, group_min, groups_shown)) {
    const auto members = members_of(work, group.group_id, members_shown);
    out.items.push_back({{members.back()}, group.count, shared_by(work, members)});
  }
  return out;
}

Result<ComplaintState> join(Work& work, Id<Complaint> id, const Joining& input) {
  auto opened = TRY(open(work, id));
  if (input.into_id == id) return refuse(Reason::invalid, "joining.itself", "into_id");
  const auto into = find_complaint(work, work.actor, input.into_id);
  if (!into) return refuse(Reason::invalid, "joining.missing", "into_id");
  if (is_over(into->state)) return refuse(Reason::conflict, "joining.over", "into_id");
  if (!is_same_person(work, opened.complaint, *into))
    return refuse(Reason::invalid, "joining.other_person", "into_id");
  // What is kept from somebody in one must be kept from him in the other.
  if (into->accused_id != opened.complaint.accused_id)
    return refuse(Reason::conflict, "joining.other_accused", "into_id");
  if (into->received_at > opened.complaint.received_at)
    return refuse(Reason::invalid, "joining.later", "into_id");
  opened.complaint.joined_into_id = into->id;
  const Moved moved = TRY(finish(work, opened, Action::join));
  evidence::append(work, "complaint.joined", evidence::Subject(id, opened.key),
                   Joined{moved, into->id, input.reason});
  return state_of(work, opened.complaint);
}

namespace {

// Whoever had it may be accused by now, or work with who is, or his unit may be closed.
bool may_have_it_back(Work& work, const Complaint& complaint) {
  if (!complaint.handling_unit_id) return true;
  const auto unit = identity::find_unit(work.tx, complaint.handling_unit_id);
  return unit && !unit->closed_on &&
         check_conflict(work, complaint, complaint.handling_unit_id, complaint.handler_id);
}

// Then it is dispatched anew.
State without_handler(Complaint& complaint, State from) {
  complaint.handling_unit_id = {};
  complaint.handler_id = {};
  return from == State::registered ? from : State::accepted;
}

std::optional<Date> told_contact(Work& work, Id<Complaint> id) {
  const auto contacts = contact_rows(work, id);
  return contacts.empty() ? std::nullopt : contacts.back().next_contact_on;
}

}  // namespace

Result<ComplaintState> split(Work& work, Id<Complaint> id, const Splitting& input) {
  if (is_blank(input.reason.reveal())) return refuse(Reason::invalid, "field.empty", "reason");
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  if (complaint.state != State::joined) return refuse(Reason::conflict, "complaint.wrong_state");
  const WasJoined was = last_joining(work, id);
  const State from_state =
      may_have_it_back(work, complaint) ? was.from : without_handler(complaint, was.from);
  const State back = TRY(split_into(complaint.state, from_state));
  const auto resumed = TRY(clocks::resume(work, id.number, was.clocks));
  const Id<Complaint> from = complaint.joined_into_id;
  complaint.joined_into_id = {};
  complaint.closed_at.reset();
  complaint.next_contact_on = told_contact(work, id);
  complaint.due_at = clocks::first_due_at(resumed.clocks);
  Moved moved = TRY(move_to(work, opened, back));
  TRY(follow(work, complaint));
  moved.clocks = resumed.changes;
  evidence::append(
      work, "complaint.split", evidence::Subject(id, opened.key),
      SplitOff{moved, from, complaint.handling_unit_id, complaint.handler_id, input.reason});
  return state_of(work, complaint);
}

evidence::Follower grouping(const sealing::Keyring& keys) {
  return {"similar_texts",
          [&keys](storage::Transaction& tx, const std::vector<evidence::PlacedEntry>& entries) {
            Work work{.tx = tx,
                      .keys = keys,
                      .actor = Actor::system(),
                      .now = {},
                      .zone = {},
                      .id = {},
                      .if_version = {},
                      .limits = nullptr};
            for (const auto& entry : entries) {
              if (entry.kind == "complaint.registered" || entry.kind == "complaint.imported")
                sign(work, {entry.subject_id});
              if (entry.kind == "complaint.import_undone") unsign(work, {entry.subject_id});
            }
          }};
}

}  // namespace xb::complaints
