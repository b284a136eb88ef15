#include "modules/samples/service.h"

#include "modules/samples/rules.h"
#include "modules/samples/store.h"
#include "platform/evidence/log.h"

namespace xb::samples {
namespace {

// What the entries commit to.
struct Recorded {
  Title title;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (title, branch_id, sub_branch_id, outlet_id))

struct Closed {
  State from = State::open;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (from))

SampleView view_of(const Sample& sample) {
  return {.id = sample.id,
          .title = sample.title,
          .state = sample.state,
          .recorded_at = sample.recorded_at,
          .version = sample.version};
}

}  // namespace

Result<SampleView> record(Work& work, const NewSample& input) {
  const auto key = sealing::new_key(work);
  const Sample sample{
      .id = work.new_id<Sample>(),
      .key_id = key.id(),
      .title = input.title,
      .branch_id = work.actor.place.branch_id,
      .sub_branch_id = work.actor.place.sub_branch_id,
      .outlet_id = work.actor.place.outlet_id,
      .recorded_at = work.now,
  };
  insert(work, sample);
  evidence::append(
      work, "sample.recorded", evidence::Subject::made_now(sample.id, key),
      Recorded{sample.title, sample.branch_id, sample.sub_branch_id, sample.outlet_id});
  return view_of(sample);
}

Result<SampleView> find(Work& work, Id<Sample> id) {
  const auto sample = find_sample(work, work.actor.scope, id);
  if (!sample) return refuse(Reason::missing, "sample.missing");
  return view_of(*sample);
}

Result<SampleView> close(Work& work, Id<Sample> id) {
  auto sample = find_sample(work, work.actor.scope, id);
  if (!sample) return refuse(Reason::missing, "sample.missing");
  if (work.if_version && *work.if_version != sample->version)
    return refuse(Reason::conflict, "version.changed");
  const State from = sample->state;
  sample->state = TRY(after(from, Action::close));
  TRY(update(work, *sample));
  const auto key = sealing::key(work, sample->key_id);
  evidence::append(work, "sample.closed", evidence::Subject(sample->id, key), Closed{from});
  return view_of(*sample);
}

}  // namespace xb::samples
