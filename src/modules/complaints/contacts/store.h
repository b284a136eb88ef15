// Every SQL statement of the contact log. Asked only after its complaint was found in sight.
#pragma once

#include "modules/complaints/contacts/service.h"

namespace xb::complaints {

// In the order they were begun, at most 1,000.
std::vector<Contact> contact_rows(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
