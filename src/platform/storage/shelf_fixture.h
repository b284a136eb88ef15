// A long shelf of parcels to list: with ties in every sort column, gaps in one, and places.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "platform/storage/counters_fixture.h"
#include "platform/storage/list.h"

namespace xb::storage {

struct Parcel {
  static constexpr std::string_view table = "parcels";
  Id<Parcel> id;
  std::string state;
  Instant received_at;
  std::optional<Instant> due_at;
  std::optional<std::int64_t> branch_id;
  std::optional<std::int64_t> sub_branch_id;
  std::optional<std::int64_t> outlet_id;
  std::optional<std::int64_t> handling_unit_id;
};
BOOST_DESCRIBE_STRUCT(Parcel, (),
                      (id, state, received_at, due_at, branch_id, sub_branch_id, outlet_id,
                       handling_unit_id))

inline const ListSpec& parcel_spec() {
  static const ListSpec spec{
      .filters =
          {
              any_of<std::int64_t>("outlet_id", "outlet_id"),
              compared<Instant>("due_before", "due_at < ?"),
              compared<Instant>("received_before", "received_at < ?"),
              compared<Instant>("received_from", "received_at >= ?"),
              any_of<Text<20>>("state", "state"),
          },
      .sorts =
          {
              {"received_at", "received_at", true, ""},
              {"due_at", "due_at", false, "due_at IS NOT NULL"},
              {"next", "due_at", false, "due_at IS NOT NULL",
               "due_at IS NULL AND state IN ('new', 'open')", "received_at"},
          },
      .indexed =
          {
              {Level::bank, "", "received_at"},
              {Level::bank, "", "due_at"},
              {Level::bank, "", "next"},
              {Level::bank, "state", "next"},
              {Level::bank, "state", "received_at"},
              {Level::branch, "", "received_at"},
              {Level::outlet, "state", "received_at"},
              {Level::bank, "received_before,received_from", "received_at"},
          },
  };
  return spec;
}

// A request as a query string would make it.
inline ListRequest asking(std::initializer_list<std::pair<std::string, std::string>> filters,
                          std::string sort = {}, std::size_t limit = page_default) {
  ListRequest request;
  for (const auto& [name, value] : filters) request.filters[name].push_back(value);
  request.sort = std::move(sort);
  request.limit = limit;
  return request;
}

class Shelf {
 public:
  Shelf(test::Engine engine, std::int64_t count) : source_(engine) {
    const auto connection = connect(source_.options());
    connection->run(
        "CREATE TABLE parcels (id bigint PRIMARY KEY, state text NOT NULL,"
        " received_at bigint NOT NULL, due_at bigint, branch_id bigint,"
        " sub_branch_id bigint, outlet_id bigint, handling_unit_id bigint)",
        {});
    connection->run("BEGIN", {});
    for (std::int64_t i = 1; i <= count; ++i) {
      parcels.push_back(parcel(i));
      connection->run(insert_text<Parcel>(), encode(parcels.back()));
    }
    connection->run("COMMIT", {});
  }

  Database& database() { return source_.get(); }

  Plan::Keys page(Scope scope, const ListRequest& request) {
    const auto plan = Plan::make(parcel_spec(), scope, request);
    EXPECT_TRUE(plan.has_value());
    Plan::Keys keys;
    if (plan) database().read([&](Transaction& tx) { keys = plan->keys(tx, Parcel::table); });
    return keys;
  }

  // Every key from the first page to the last.
  std::vector<std::int64_t> walk(Scope scope, ListRequest request) {
    std::vector<std::int64_t> out;
    for (bool more = true; more && out.size() <= parcels.size();) {
      const auto keys = page(scope, request);
      EXPECT_LE(keys.ids.size(), std::min(std::max<std::size_t>(request.limit, 1), page_max));
      out.insert(out.end(), keys.ids.begin(), keys.ids.end());
      more = keys.next.has_value();
      if (more) request.cursor = *keys.next;
    }
    return out;
  }

  // The same by looking at every parcel.
  template <class Wanted>
  std::vector<std::int64_t> chosen(Wanted&& is_wanted, bool by_due = false,
                                   bool descending = true) {
    std::vector<std::pair<std::int64_t, std::int64_t>> keys;
    for (const Parcel& one : parcels)
      if (is_wanted(one) && (!by_due || one.due_at))
        keys.emplace_back(by_due ? one.due_at->ms : one.received_at.ms, one.id.number);
    std::sort(keys.begin(), keys.end());
    if (descending) std::reverse(keys.begin(), keys.end());
    std::vector<std::int64_t> out;
    for (const auto& key : keys) out.push_back(key.second);
    return out;
  }

  std::vector<Parcel> parcels;

 private:
  // Neither sort column rises with the id.
  static Parcel parcel(std::int64_t i) {
    const char* states[] = {"new", "open", "done"};
    Parcel out{{i}, states[i % 3], {(i * 7919 % 1000) / 4}, {}, {}, {}, {}, {}};
    if (i % 5 != 0) out.due_at = Instant{(i * 104'729 % 1000) / 3};
    if (i % 11 != 0) {
      out.branch_id = 1 + i % 2;
      out.sub_branch_id = 10 + i % 4;
      out.outlet_id = 100 + i % 8;
    }
    const std::int64_t handlers[] = {2, 12, 105};  // some of them where it belongs anyway
    if (i % 7 == 0) out.handling_unit_id = handlers[i % 3];
    return out;
  }

  test::TestDatabase source_;
};

}  // namespace xb::storage
