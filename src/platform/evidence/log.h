// Writing the evidence log. `append` runs in the command's own transaction: what happened and the
// proof of it are one. The entry is the domain event; timelines and followers read it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_struct.h"
#include "platform/evidence/leaf.h"
#include "platform/sealing/rows.h"
#include "platform/storage/work.h"

namespace xb::evidence {

// A literal of two dotted words, `complaint.registered`; never renamed once released.
class Kind {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what one writes
  consteval Kind(const char* name) : name_(name) {
    int dots = 0;
    for (char c : name_) {
      if (c == '.') ++dots;
      if (!(c == '.' || c == '_' || (c >= 'a' && c <= 'z'))) throw "not an entry kind";
    }
    if (dots != 1) throw "an entry kind is `subject.happened`";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

// What an entry is about, and the key that seals what is personal in it.
struct Subject {
  std::int64_t id;
  const sealing::DataKey& key;
  bool is_new = false;  // made by this command, so that nothing can have happened to it

  template <class T>
  Subject(Id<T> about, const sealing::DataKey& sealing_key) : id(about.number), key(sealing_key) {}

  template <class T>
  static Subject made_now(Id<T> about, const sealing::DataKey& sealing_key) {
    Subject out(about, sealing_key);
    out.is_new = true;
    return out;
  }
};

// A payload taken apart: facts stay as they are, personal values are sealed and can be erased.
struct Payload {
  std::vector<CommittedField> facts;
  std::vector<CommittedField> personal;
};

void append_payload(Work& work, Kind kind, const Subject& subject, Payload payload);

// Facts that every entry has of its own. A payload may not have them again: one name, one value.
constexpr std::array<std::string_view, 3> universal_facts{"actor_id", "appointment_id",
                                                          "on_behalf_of_id"};

template <class T>
consteval bool has_universal_facts() {
  bool out = false;
  for_each_member<T>([&](std::string_view name, auto) {
    for (const std::string_view one : universal_facts) out = out || name == one;
  });
  return out;
}

// Members of type Personal are personal; all others are facts. Every field is committed to by
// itself, so that one can be shown without the rest.
template <class T>
void append(Work& work, Kind kind, const Subject& subject, const T& described) {
  static_assert(!has_universal_facts<T>(), "a fact that every entry has of its own");
  Payload payload;
  for_each_member<T>([&](std::string_view name, auto member) {
    const auto& value = described.*member;
    using Member = std::remove_cvref_t<decltype(value)>;
    if constexpr (!sealing::coding::is_personal<Member>) {
      payload.facts.push_back({std::string{name}, to_json(value)});
    } else {
      std::string text = "null";
      if constexpr (is_optional<Member>) {
        if (value) write_json_string(text = {}, value->reveal());
      } else {
        write_json_string(text = {}, value.reveal());
      }
      payload.personal.push_back({std::string{name}, std::move(text)});
    }
  });
  append_payload(work, kind, subject, std::move(payload));
}

// Nothing but that it happened, when and by whom.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

}  // namespace xb::evidence
