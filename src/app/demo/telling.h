// What one customer says, and how: a matter, a channel with its voice, who he is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/demo/book.h"
#include "app/demo/days.h"
#include "app/demo/dice.h"
#include "modules/complaints/importing/service.h"

namespace xb::app::demo {

enum class Voice { hotline, self, regulator, city, letter };

// How it came in.
struct Way {
  std::string_view source, channel;
  Voice voice;
  double share;
};

struct Told {
  const Matter* matter = nullptr;
  const Original* original = nullptr;  // where it is one of the thirty
  const Other* other = nullptr;        // where it is no complaint, or turns out to be none
  const Way* way = nullptr;
  Instant received_at;
  Instant told_from;   // from which its days are counted: of what comes again the first receipt
  std::string outlet;  // name of the one it is about
  std::string amount, tail, street, claim, summary, text;
  std::string told_as, own_as;  // in whose words of the matter's
  std::string since;            // the day that a story of the bank began on
  std::string found, decide;    // where it came out otherwise than the matter says
  std::string refused;          // of the claim what the bank does not do
  std::string ruled;            // what is said of that where something else is done for him
  std::string paid;             // what it pays, in yuan
  std::int64_t amount_fen = 0;  // none where the matter is about no money
  complaints::NewComplainant person;
  const Wave* wave = nullptr;  // in which it comes
  bool is_copy = false;        // of a letter that many send
  bool is_again = false;       // he has complained of it before

  // A phrase with what was drawn in its places; `next` is a day that is named to the customer.
  std::string fill(std::string_view phrase, Zone zone, std::string_view next = {}) const;
};

const std::vector<Way>& ways();

// That of this channel.
const Way& way_of(std::string_view channel);

// 436.70, or 600 where there is nothing behind the point.
std::string yuan(std::int64_t fen);

// As a letter speaks: 您 where the text tells of the customer.
std::string to_the_customer(const std::string& text);

// Where the regulator or the city refers it to the bank.
bool is_referred(const Told& told);

class Teller {
 public:
  // `today` is that of the demo.
  Teller(Zone zone, Date today) : zone_(zone), today_(today) {}

  // Something that one may complain of on this day.
  const Matter& draw_matter(Date day, Dice& dice) const;
  const Way& draw_way(Dice& dice) const;
  Told tell(Dice& dice, const Matter& matter, const Way& way, Instant at, const std::string& outlet,
            const Wave* wave = nullptr) const;
  Told tell(Dice& dice, const Original& original, Instant at, const std::string& outlet) const;
  // The letter that one agent writes for many, with this person's figures.
  Told tell_copy(Dice& dice, const Original& original, Instant at, const std::string& outlet) const;
  // What is no complaint.
  Told tell_other(Dice& dice, complaints::IntakeKind kind, const Way& way, Instant at,
                  const std::string& outlet) const;
  // Comes as a complaint and is none.
  void tell_redirected(Dice& dice, Told& told) const;
  // Again by the same person on the same matter.
  void repeat(Dice& dice, Told& told, const Told& earlier) const;

  complaints::NewComplaint new_complaint(const Told& told, Dice dice) const;
  complaints::ImportedComplaint imported(const Told& told) const;

 private:
  void draw_person(Dice& dice, Told& told) const;
  void draw_amount(Dice& dice, Told& told) const;
  std::string summary_of(Dice& dice, const Told& told) const;
  void draw_words(Dice& dice, Told& told) const;
  std::string voiced(Dice& dice, const Told& told) const;
  std::string framed(Dice& dice, const Told& told, std::string_view frames) const;
  std::string own_words(Dice& dice, const Told& told) const;
  std::string letter(Dice& dice, const Told& told) const;

  Zone zone_;
  Date today_;
};

}  // namespace xb::app::demo
