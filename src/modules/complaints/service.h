// What the steps of this module share: opening a complaint for a command, and how it is shown.
#pragma once

#include <vector>

#include "modules/complaints/rules.h"
#include "modules/complaints/store.h"
#include "modules/complaints/types.h"
#include "platform/approvals/service.h"
#include "platform/clocks/service.h"
#include "platform/taxonomies/book.h"

namespace xb::complaints {

// Stores a new complaint and gives it its id and its number. The serials of a day come round after
// 10,000,000 ids, several of which go with each complaint: an id whose number is taken stays
// unused. Throws Failure (`numbers`) where hardly any number of the day is left.
void insert_numbered(Work& work, Complaint& complaint, const sealing::DataKey& key);

// A complaint that may be acted on, with the key of its case.
struct OpenComplaint {
  Complaint complaint;
  sealing::DataKey key;
};

// Refuses with complaint.missing (also out of scope) or version.changed (If-Match).
Result<OpenComplaint> open(Work& work, Id<Complaint> id);

// The complaint of a row that belongs to it, for a command on that row, whose version If-Match then
// names. Refuses with `missing` or version.changed.
Result<OpenComplaint> open_part(Work& work, Id<Complaint> id, std::int64_t version,
                                std::string_view missing);

// For what an approval leads to: whoever gave it may not see the complaint in his scope.
Result<OpenComplaint> open_for_system(Work& work, Id<Complaint> id);

// Takes an action as the lifecycle allows and stores the complaint. Refuses with
// complaint.wrong_state.
Result<Moved> advance(Work& work, OpenComplaint& open, Action action);
// Stores it in a state that the lifecycle was asked for already.
Result<Moved> move_to(Work& work, OpenComplaint& open, State to);
// The same for an action that ends it: its clocks stop, and nothing is asked of anybody any more.
Result<Moved> finish(Work& work, OpenComplaint& open, Action action);

// Stops the clocks of these spans that run, as of `at`, and gives the complaint its next due date.
Result<std::vector<clocks::Change>> stop_spans(Work& work, OpenComplaint& open,
                                               std::initializer_list<std::string_view> spans,
                                               Instant at);
// Names whom it is about; his units are shut with him.
void set_accused(Work& work, Complaint& complaint, Id<Person> accused);
// The units of the accused: that of his main post when he was named, and those he works in now.
std::vector<Id<Unit>> shut_units(Work& work, const Complaint& complaint);

// Where it stands, and from whom it is kept.
identity::Standing standing_of(const Complaint& complaint);
// It stands elsewhere, or is handled by another: what runs or waits for it follows. Refuses with
// version.changed.
Result<void> follow(Work& work, const Complaint& complaint);
// Whoever was given it finds that in his inbox, until somebody takes it over.
void tell_handler(Work& work, const Complaint& complaint);

// What an approval of it says it is about.
approvals::About about(const Complaint& complaint);
// As approvals::Glances: masked wherever it is shown.
std::map<std::int64_t, approvals::Glance> glances(Work& work,
                                                  const std::vector<std::int64_t>& waiting,
                                                  const std::vector<std::int64_t>& others);

// Whoever acts sees it in his scope, or because an approval of it waits for him.
std::optional<Complaint> find_seen(Work& work, Id<Complaint> id);

// The words of classifications. Aborts where the work has none.
const taxonomies::Book& words(const Work& work);

// What its clocks are called after in tables and rules: each kind of intake has its own.
inline std::string_view clock_subject(const Complaint& complaint) {
  return name_of(complaint.kind);
}

// What rules of limits and approvals may ask of a complaint.
workflow::Facts facts_of(const Complaint& complaint);  // `customer_group`: the most urgent

// What is known and what is not of who complains and who acts for him.
Supplied supplied_by(const Complaint& complaint, const Complainant& person,
                     const ComplaintDetails& details);

// The first of one that was just registered, with no approvals yet.
ComplaintState state_of(Work& work, const Complaint& complaint,
                        const std::vector<clocks::Clock>& clocks);
ComplaintState state_of(Work& work, const Complaint& complaint);

// The state of one complaint, for an action that is asked for again. Refuses with
// complaint.missing.
Result<ComplaintState> find_state(Work& work, Id<Complaint> id);

std::vector<ClockView> views_of(Work& work, const std::vector<clocks::Clock>& clocks);

}  // namespace xb::complaints
