#include "platform/identity/recovery/host.h"

#include "platform/identity/organisation/store.h"
#include "platform/identity/people/service.h"
#include "platform/identity/recovery/service.h"

namespace xb::identity {

Result<AdministratorView> make_administrator(Work& work, const NewAdministrator& input,
                                             const std::string& password, const std::string& hash) {
  const Date today = work.zone.date(work.now);
  const auto head = head_office(work.tx);
  if (!head) return refuse(Reason::conflict, "unit.missing");
  hold(work.tx, head->id);
  if (count_administrators(work.tx, today) > 0) return refuse(Reason::conflict, "user.exists");
  const auto hired = TRY(hire(
      work, {input.staff_no,
             input.login,
             input.name,
             {},
             NewAppointment{
                 Text<40, Presence::required>::trusted("administrator"), head->id, {}, {}, {}}}));
  set_password(work, hired.id, hash, true);
  return AdministratorView{hired.id, hired.login, password};
}

Result<ResetView> recover(Work& work, const Recovery& input) {
  const auto person = find_colleague_by_login(work.tx, input.login.str());
  if (!person) return refuse(Reason::missing, "person.missing");
  return ask_reset(work, person->id, {input.reason});
}

}  // namespace xb::identity
