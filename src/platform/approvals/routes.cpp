#include "platform/approvals/routes.h"

#include "platform/http/router.h"

namespace xb::approvals {

void routes(http::Router& router, Matters matters, Glances glances) {
  const auto shared = std::make_shared<const Matters>(std::move(matters));
  const auto found = [shared](Work& work, Id<Approval> id) { return find(work, *shared, id); };
  auto& listing = router.get(
      {"approvals.list", "/api/approvals", http::signed_in},
      std::function<Result<storage::Page<ApprovalItem>>(Work&, const storage::ListRequest&)>(
          [glances](Work& work, const storage::ListRequest& request) {
            return list(work, request, glances);
          }));
  http::filtered_by(listing, list_spec());
  router.get({"approvals.find", "/api/approvals/{id}", http::signed_in},
             std::function<Result<ApprovalView>(Work&, Id<Approval>)>(found));
  auto& deciding =
      router.act({"approvals.decide", "/api/approvals/{id}/verdict", http::signed_in},
                 std::function<Result<ApprovalView>(Work&, Id<Approval>, const VerdictInput&)>(
                     [shared](Work& work, Id<Approval> id, const VerdictInput& input) {
                       return decide(work, *shared, id, input);
                     }));
  auto& taking_back = router.act(
      {"approvals.take_back", "/api/approvals/{id}/withdrawal", http::signed_in},
      std::function<Result<ApprovalView>(Work&, Id<Approval>)>(
          [shared](Work& work, Id<Approval> id) { return take_back(work, *shared, id); }));
  for (auto* route : {&deciding, &taking_back})
    http::replayed_by(*route, std::function<Result<ApprovalView>(Work&, Id<Approval>)>(found));
}

}  // namespace xb::approvals
