// Statements on fulfilments.
#pragma once

#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/store.h"

namespace xb::complaints {

std::vector<Fulfilment> fulfilments_in(Work& work, Id<Complaint> complaint);
std::optional<Fulfilment> find_fulfilment_row(Work& work, Id<Fulfilment> id);

const storage::ListSpec& fulfilment_list();
struct FulfilmentRows {
  std::vector<Fulfilment> rows;
  std::optional<std::string> next_cursor;
};
Result<FulfilmentRows> fulfilment_page(Work& work, const storage::ListRequest& request);

}  // namespace xb::complaints
