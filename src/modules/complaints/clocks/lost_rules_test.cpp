// Clocks that nobody can reckon hold up no other: their rule has left the book, their steps or
// their case cannot be read.
#include "modules/complaints/clocks/limits_fixture.h"
#include "modules/complaints/store.h"
#include "platform/clocks/calendars.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using std::chrono::hours;

// A limit of the bank, `more` with its length and measure.
std::string own(const std::string& rule, const std::string& more) {
  return "[[rule]]\nrule = \"" + rule + "\"\nsubject = \"complaint\"\nspan = \"" + rule +
         "\"\nzh = \"行内\"\nen = \"own\"\n" + more +
         "\nfrom = \"registered\"\nkind = \"internal\"\nsource = \"行内规定\"\nmark = \"bank\"\n"
         "effective_from = 2020-01-01\nladder = \"standard\"\n";
}

class LostRules : public Limits {
 protected:
  // What the bank's own file says; the program knows no other until it is started again.
  class Book {
   public:
    Book(const std::string& text, const workflow::Limits& shipped) : limits_(read(text)) {
      limits_.set_calendars(*shipped.calendars());
    }
    workflow::Limits& limits() { return limits_; }

   private:
    static workflow::RuleBook read(const std::string& text) {
      const workflow::RuleFile file{"bank.toml", text};
      auto book = workflow::RuleBook::read(workflow::shipped_rules(), {&file, 1});
      EXPECT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
      return std::move(*book);
    }
    workflow::Limits limits_;
  };

  template <class Command>
  auto with(Book& book, Instant now, Command&& command) {
    return bank_.write(bank_.li_na, now, [&](Work& work) {
      work.limits = &book.limits();
      return command(work);
    });
  }
  Id<Complaint> registered_by(Book& book) {
    const auto complaint = input<NewComplaint>(whole_complaint);
    return with(book, test::monday, [&](Work& work) { return register_complaint(work, complaint); })
        ->id;
  }
  std::size_t sweep_by(Book& book, Instant now) {
    return *with(book, now, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, {clock_source()});
    });
  }
  bool has_work(Instant now) {
    return bank_.read(bank_.chen_yu, [&](Work& work) {
      return !clocks::to_be_looked_at(work.tx, now, 1).empty();
    });
  }
  std::vector<clocks::Clock> clocks_of(Id<Complaint> id) {
    return bank_.read(bank_.chen_yu,
                      [&](Work& work) { return clocks::clocks_of(work.tx, id.number); });
  }

  const std::string a_day_ = own("own_day", "length = 24\nmeasure = \"hours\"");
  const Instant warned_ = at("2026-03-11T08:00:00+08:00");  // of `decide`, five days before
};

TEST_P(LostRules, HoldUpNoOtherClock) {
  constexpr std::size_t many = clocks::swept_at_once + 1;
  Book book(a_day_, bank_.limits());
  for (std::size_t i = 0; i < many; ++i) registered_by(book);
  std::size_t looked_at = 0;
  for (int i = 0; i < 4; ++i) looked_at += sweep(warned_);
  EXPECT_EQ(looked_at, 2 * many) << "those without a rule, and those with";
  EXPECT_EQ(notices(bank_.chen_yu).size(), many) << "of `decide`";
  EXPECT_FALSE(has_work(warned_)) << "nothing turns round and round";
  EXPECT_TRUE(has_work(warned_ + hours{24})) << "they are looked at again";
}

TEST_P(LostRules, LetTheirCaseBeClosedAndWithdrawn) {
  Book book(a_day_, bank_.limits());
  const auto closed = registered_by(book);
  const auto withdrawn = registered_by(book);
  EXPECT_EQ(refusal(close(closed)), "none");
  EXPECT_EQ(refusal(withdraw(withdrawn)), "none");
  for (const auto id : {closed, withdrawn})
    for (const clocks::Clock& clock : clocks_of(id)) {
      EXPECT_TRUE(clock.stopped_at.has_value()) << clock.span;
      EXPECT_FALSE(clock.look_at.has_value()) << clock.span;
    }
  const auto gone = std::to_string(closed.number) + " rule_missing";
  EXPECT_EQ(differences().at(0), gone) << "the steps are those that were told";
}

TEST_P(LostRules, AreTakenUpAgainWhenTheyComeBack) {
  Book book(a_day_, bank_.limits());
  registered_by(book);
  EXPECT_EQ(sweep(warned_), 2u);
  EXPECT_EQ(notices(bank_.chen_yu).size(), 1u);
  const auto review_by = [&](Instant now) {
    return *with(book, now, [](Work& work) -> Result<std::size_t> {
      return clocks::review(work, {clock_source()});
    });
  };
  EXPECT_EQ(review_by(warned_), 2u);
  EXPECT_EQ(review_by(warned_), 0u) << "once for each book";
  EXPECT_EQ(sweep_by(book, warned_), 1u);
  EXPECT_EQ(notices(bank_.chen_yu).size(), 2u) << "the owner hears of what is overdue";
}

TEST_P(LostRules, ABookWithEarlierWarningsReachesClocksThatRun) {
  const auto text = [](const char* warnings) {
    return own("own_days", std::string{"length = 10\nmeasure = \"working_days\"\n"} + warnings);
  };
  Book before(text(""), bank_.limits());
  const auto id = registered_by(before);
  Book after(text("warn_before = [5]"), bank_.limits());
  with(after, test::monday + hours{1}, [](Work& work) -> Result<std::size_t> {
    return clocks::review(work, {clock_source()});
  }).value();
  for (const clocks::Clock& clock : clocks_of(id))
    if (clock.span == "own_days") {
      EXPECT_LT(*clock.look_at, clock.due_at);
    }
}

TEST_P(LostRules, ACaseThatIsNotThereHoldsUpNoOther) {
  registered();
  const auto swept = bank_.write(bank_.chen_yu, warned_, [](Work& work) -> Result<std::size_t> {
    return clocks::send_notices(work, {});
  });
  EXPECT_EQ(*swept, 1u);
  EXPECT_FALSE(has_work(warned_));
  const auto entries = entries_of(bank_id);
  EXPECT_EQ(entries.back().kind, "clock.rescheduled") << "the bank keeps what has no case";
}

TEST_P(LostRules, StepsThatCannotBeReadHoldUpNoOtherAndLetTheCaseBeClosed) {
  const auto id = registered().id;
  registered();
  const auto broken = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<void> {
    clocks::Clock clock = clocks::clocks_of(work.tx, id.number).at(0);
    clock.steps = "[";
    TRY(clocks::update(work.tx, clock));
    evidence::append(work, "bank.noted", {Id<Unit>{bank_id}, sealing::key(work, {bank_id})},
                     evidence::Nothing{});
    return {};
  });
  ASSERT_TRUE(broken.has_value());
  EXPECT_EQ(sweep(warned_), 2u);
  EXPECT_EQ(notices(bank_.chen_yu).size(), 1u);
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 30, "reason": "一"})")), "clock.unreadable");
  EXPECT_EQ(differences(), std::vector<std::string>{std::to_string(id.number) + " steps"});
  EXPECT_EQ(refusal(close(id)), "none");
}

// What throws is unknown beforehand: the sweeps find the clock by taking one after the other.
TEST_P(LostRules, AClockThatThrowsIsLeftAloneForAWhile) {
  const auto bad = registered().id;
  for (int i = 0; i < 2; ++i) registered();
  clocks::Source source = clock_source();
  source.find = [bad, find = source.find](Work& work, std::int64_t id) {
    if (id == bad.number) throw storage::Failure(storage::Fault::other, "unreadable", "complaints");
    return find(work, id);
  };
  clocks::Batches batches;
  const auto step = [&](Instant now) {
    const clocks::Taken taken = batches.next(now);
    bank_.read(bank_.chen_yu, [&](Work& work) {
      batches.start(work.tx, taken, now);
      return true;
    });
    const auto told = bank_.write(bank_.chen_yu, now, [&](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, {source}, taken);
    });
    batches.end(*told);
    return *told;
  };
  EXPECT_THROW(step(warned_), storage::Failure) << "all of them";
  EXPECT_THROW(step(warned_), storage::Failure) << "the first one by itself";
  EXPECT_EQ(step(warned_), 2u) << "the others";
  EXPECT_EQ(notices(bank_.chen_yu).size(), 2u);
  EXPECT_EQ(step(warned_), 0u);
  EXPECT_THROW(step(warned_ + hours{1}), storage::Failure) << "it is tried again";
}

TEST_P(LostRules, AreLeftOutWhenAYearBecomesKnown) {
  constexpr std::size_t many = clocks::swept_at_once + 1;
  Book old(own("own_days", "length = 5\nmeasure = \"working_days\""), bank_.limits());
  Book kept(own("kept_days", "length = 5\nmeasure = \"working_days\""), bank_.limits());
  with(kept, test::monday, [](Work& work) -> Result<std::int64_t> {
    return clocks::import_shipped(work);
  }).value();
  const auto refresh = [&](Book& book) {
    bank_.read(bank_.chen_yu, [&](Work& work) { return clocks::refresh(work.tx, book.limits()); });
  };
  refresh(old);
  refresh(kept);
  for (std::size_t i = 0; i < many; ++i) registered_by(old);
  registered_by(kept);
  const auto year = workflow::read_calendar_year(
      R"({"year":2027,"papers":[],"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]})");
  with(kept, test::monday, [&](Work& work) {
    return clocks::import_calendar(work, *year);
  }).value();
  refresh(kept);
  const auto again = [&] {
    return *with(kept, test::monday + hours{1}, [](Work& work) -> Result<std::size_t> {
      return clocks::recount(work, {clock_source()});
    });
  };
  EXPECT_EQ(again(), 1u);
  EXPECT_EQ(again(), 0u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, LostRules, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
