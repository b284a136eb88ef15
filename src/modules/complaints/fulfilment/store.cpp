#include "modules/complaints/fulfilment/store.h"

namespace xb::complaints {

using storage::any_of;
using storage::compared;
using storage::Query;

std::vector<Fulfilment> fulfilments_in(Work& work, Id<Complaint> complaint) {
  Query query = Query::of<Fulfilment>();
  query.where("complaint_id = ?", complaint).add(storage::Fragment{"ORDER BY id"});
  return sealing::find_all<Fulfilment>(work, query);
}

std::optional<Fulfilment> find_fulfilment_row(Work& work, Id<Fulfilment> id) {
  return sealing::find<Fulfilment>(work, "WHERE id = ?", id);
}

const storage::ListSpec& fulfilment_list() {
  static const storage::ListSpec spec{
      .filters =
          {
              compared<Instant>("due_before", "due_at <= ?"),
              any_of<FulfilmentKind>("kind", "kind"),
              any_of<Id<Person>>("promised_by_id", "promised_by_id"),
              any_of<FulfilmentState>("state", "state"),
              any_of<Id<Unit>>("unit_id", "unit_id"),
          },
      .sorts =
          {
              {"open_due", "due_at", false, "state = 'open'"},
              {"promised_at", "promised_at", true, ""},
          },
      .indexed =
          {
              {Level::bank, "", "open_due"},
              {Level::bank, "due_before", "open_due"},
              {Level::bank, "", "promised_at"},
          },
  };
  return spec;
}

Result<FulfilmentRows> fulfilment_page(Work& work, const storage::ListRequest& request) {
  const auto plan = TRY(storage::Plan::make(fulfilment_list(), Scope::whole_bank(), request,
                                            case_in_sight(work.actor)));
  const auto keys = plan.keys(work.tx, Fulfilment::table);
  auto rows = storage::rows_by_ids<Fulfilment>(
      keys.ids, [&](const Query& query) { return sealing::find_all<Fulfilment>(work, query); });
  return FulfilmentRows{std::move(rows), keys.next};
}

}  // namespace xb::complaints
