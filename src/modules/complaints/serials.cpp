#include "modules/complaints/serials.h"

#include "modules/complaints/store.h"

namespace xb::complaints {

std::int64_t next_serial(storage::Transaction& tx, std::string_view name, std::int64_t year) {
  raise_serial(tx, name, year);
  return serial_of(tx, name, year);
}

}  // namespace xb::complaints
