// What the demo bank is told by: data/demo as it ships, read once.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xb::app::demo {

// Something that customers complain of; `data/demo/matters.toml` says what its texts may hold.
struct Matter {
  std::string code;
  double weight = 0;
  std::string business, cause, via, product, kind, tier, by;
  std::vector<std::string> rights, claims, groups;
  std::vector<std::string> told, own;  // each tells it in another way
  std::vector<std::string> cleared;    // what was found where the bank does not answer for it
  std::string goodwill;                // what is done for the customer then
  std::string spot;           // what settles it at once, where `goodwill` takes longer; or empty
  std::string refusal;        // why it is not done, in one sentence to the customer; or empty
  std::string basis_cleared;  // what the bank goes by where it finds no fault, if not `basis`
  std::string claim, summary, found, decide, basis, root;
  std::int64_t amount_from = 0;  // yuan
  std::int64_t amount_to = 0;
  std::int64_t amount_step = 0;  // between what may be asked, where there is a list of charges
  // What the bank pays where it answers: a part of the amount, or something between these (yuan).
  double pays = 0;
  std::int64_t pays_from = 0;
  std::int64_t pays_to = 0;
  bool is_blameless = false;  // whatever is found, the bank has done right
  bool is_mild = false;       // it answers for a part of it at most
  bool is_about_staff = false;
  bool has_footage = false;
};

// One of the thirty, with what came of it.
struct Original : Matter {
  std::int64_t number = 0;
  std::int64_t ago = 0;    // days before the demo's today
  std::int64_t takes = 0;  // days until the answer
  std::string finding, source, channel, unit, text;
  std::int64_t amount_fen = 0;
  std::int64_t pays_fen = 0;
  bool is_settled_at_once = false;
  bool is_extended = false;
  bool is_mediated = false;
  bool is_appraised = false;
};

// What is no complaint, or came as one and was none.
struct Other : Matter {
  std::string text;
  std::string answer;         // what was answered or done, or why it is none
  std::string instead;        // of a complaint: consultation, suggestion, other
  bool wants_papers = false;  // it is about something that one comes to an outlet for
};

// Days on which a matter comes more often, counted from the demo's today.
struct Wave {
  std::string matter, branch, unit;  // codes of units, or empty
  std::int64_t from = 0;
  std::int64_t until = 0;
  double share = 0;                    // of what comes on such a day
  double times = 1;                    // as much as else comes in all
  std::int64_t since = 0;              // the day that its texts name, or none
  bool is_only = false;                // on other days nobody complains of it
  std::vector<std::string> told, own;  // what who comes in it says beside

  bool has(std::int64_t distance) const { return from <= distance && distance <= until; }
};

// What the case library says.
struct Lesson {
  std::string title, business, cause, facts, right, wrong, wording;
  std::int64_t from = 0;
  std::int64_t to = 0;
};

struct Book {
  std::vector<Matter> matters;
  std::vector<Original> originals;
  std::vector<Wave> waves;
  std::vector<Lesson> lessons;
  std::vector<std::string> surnames, given_names, streets;
  std::map<std::string, std::vector<std::string>, std::less<>> phrases;
  std::map<std::string, std::vector<Other>, std::less<>>
      others;  // by kind of intake, and redirected

  const std::vector<std::string>& phrase(std::string_view name) const;
  const Matter& matter(std::string_view code) const;
  const std::vector<Other>& other(std::string_view kind) const;
  const Original& original(std::int64_t number) const;
  // That outside of which nobody complains of this matter, if there is one.
  const Wave* only_wave(const Matter& matter) const;
};

const Book& book();

}  // namespace xb::app::demo
