// The words of the portal: what a consumer tells, what he gets for it, and what the bank has set
// for its portal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/text.h"
#include "modules/complaints/following/service.h"
#include "modules/complaints/types.h"
#include "modules/portal/guarding/service.h"
#include "platform/identity/types.h"
#include "platform/notices/service.h"

namespace xb::portal {

struct Settings {
  std::string telephone;     // for whoever would rather ring; shown on every page
  std::string address = {};  // the origin at which consumers reach it, or empty
  notices::Outlet outlet = notices::Outlet::none;
  std::vector<Range> staff_networks;  // from where no consumer is expected

  bool is_demo() const { return outlet == notices::Outlet::shown; }
  bool has_sms() const { return outlet != notices::Outlet::none; }
};

// What somebody has told so far. Each member is checked when it is saved; what is missing, when it
// is handed in.
struct Filing {
  std::optional<Text<40>> step;  // where the page was left
  std::optional<identity::Code> unit_code;
  std::optional<complaints::CustomerKind> customer_kind;
  std::optional<complaints::Codes> customer_groups;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> product;
  std::optional<complaints::Codes> claim_kinds;
  std::optional<complaints::Summary> summary;
  std::optional<complaints::Description> description;
  std::optional<complaints::Claim> claim;
  std::optional<std::int64_t> amount_fen;
  std::optional<privacy::Personal<privacy::Name>> name;
  std::optional<privacy::Personal<privacy::Phone>> phone;
  std::optional<privacy::Personal<privacy::IdentityNumber>> identity_number;
  std::optional<privacy::Personal<privacy::CreditCode>> credit_code;
  std::optional<privacy::Personal<privacy::CardNumber>> card_number;
  std::optional<privacy::Personal<privacy::Email>> email;
  std::optional<privacy::Personal<privacy::Address>> address;
  std::optional<complaints::NewAgent> agent;
};
BOOST_DESCRIBE_STRUCT(Filing, (),
                      (step, unit_code, customer_kind, customer_groups, business, product,
                       claim_kinds, summary, description, claim, amount_fen, name, phone,
                       identity_number, credit_code, card_number, email, address, agent))

// What a consumer keeps: the number, and the code that shows that it is his.
struct Receipt {
  std::string number;
  std::string receipt_code;
  complaints::State state = complaints::State::registered;
  Instant received_at;
  complaints::UnitNames unit;
  std::optional<complaints::DayFacts> answer_by;
  std::optional<complaints::DayFacts> contact_by;
  std::string telephone;
};
BOOST_DESCRIBE_STRUCT(Receipt, (),
                      (number, receipt_code, state, received_at, unit, answer_by, contact_by,
                       telephone))

// Nothing to say; an answer that only says that it was done.
struct Done {};
BOOST_DESCRIBE_STRUCT(Done, (), ())

}  // namespace xb::portal
