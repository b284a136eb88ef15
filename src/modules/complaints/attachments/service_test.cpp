#include "modules/complaints/attachments/service.h"

#include "modules/complaints/attachments/files_fixture.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

class AnAttachment : public Files {};

TEST_P(AnAttachment, IsListedMaskedAndLeavesAnEntryWithItsHash) {
  const auto id = registered().id;
  const auto view = attached(id);
  EXPECT_EQ(view.type, "txt");
  EXPECT_EQ(view.media_type, "text/plain");
  EXPECT_EQ(view.bytes, 12);
  EXPECT_EQ(view.added_by, bank_.li_na.person);
  EXPECT_EQ(view.name.reveal(), "客户13812345678凭证.txt");
  const auto list = listed(bank_.chen_yu, id);
  ASSERT_EQ(list->items.size(), 1u);
  const std::string shown = to_json(*list);
  EXPECT_EQ(shown.find("13812345678"), std::string::npos) << shown;
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.attached"}));
  EXPECT_NE(entries_of(id.number)[1].facts.text.find(view.sha256), std::string::npos);
  EXPECT_EQ(sealed_in(id, 2), R"({"name":"客户13812345678凭证.txt"})");
  EXPECT_FALSE(test::holds(world(), "13812345678"));
  EXPECT_EQ(found(id).version, 2) << "whoever read the case before knows less";
}

TEST_P(AnAttachment, OfTheSameContentIsThereOnceInACaseAndOnceInAnother) {
  const auto id = registered().id;
  const auto first = attached(id);
  const auto before = world();
  const auto again = attach_as(bank_.li_na, id, "凭证一张", "另一个名字.txt");
  ASSERT_TRUE(again.has_value());
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->view.id, first.id);
  EXPECT_EQ(world().at("attachments"), before.at("attachments"));
  EXPECT_NE(attached(registered(least_complaint).id).id, first.id);
  ASSERT_TRUE(void_as(bank_.chen_yu, first.id).has_value());
  EXPECT_TRUE(attach_as(bank_.li_na, id, "凭证一张")->is_new) << "what is void may come again";
}

TEST_P(AnAttachment, IsMadeVoidWithAReasonAndStays) {
  const auto id = registered().id;
  const auto view = attached(id);
  const auto voided = void_as(bank_.chen_yu, view.id);
  ASSERT_TRUE(voided.has_value()) << refusal(voided);
  EXPECT_EQ(voided->voided_by, bank_.chen_yu.person);
  EXPECT_EQ(listed(bank_.li_na, id)->items.at(0).voided_at, test::monday);
  EXPECT_EQ(sealed_in(id, 3), R"({"reason":"传错了，是王小二的"})");
  EXPECT_EQ(refusal(void_as(bank_.chen_yu, view.id)), "attachment.void");
  const auto opened = open_as(bank_.chen_yu, view.id);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(*vault_.open(opened->file, opened->file_key).next(), "凭证一张");
}

TEST_P(AnAttachment, IsOpenedWithAReasonThatIsAnEntry) {
  const auto id = registered().id;
  const auto view = attached(id);
  const auto opened = open_as(bank_.chen_yu, view.id);
  ASSERT_TRUE(opened.has_value()) << refusal(opened);
  EXPECT_EQ(*vault_.open(opened->file, opened->file_key).next(), "凭证一张");
  EXPECT_EQ(kinds_of(id).back(), "complaint.attachment_opened");
  EXPECT_EQ(sealed_in(id, 3), R"({"reason":"核对欧阳明月的凭证"})");
  EXPECT_FALSE(test::holds(world(), "欧阳明月"));
}

TEST_P(AnAttachment, IsNotThereForWhomItsCaseIsNot) {
  const auto id = registered().id;
  const auto view = attached(id);
  const auto shut = shut_case();
  const auto hidden = attach_as(bank_.chen_yu, shut, "监控截图说明");
  ASSERT_TRUE(hidden.has_value()) << refusal(hidden);
  const auto before = world();
  EXPECT_EQ(refusal(listed(bank_.zhou_jun, id)), "complaint.missing");
  EXPECT_EQ(refusal(open_as(bank_.zhou_jun, view.id)), "attachment.missing");
  EXPECT_EQ(refusal(void_as(bank_.zhou_jun, view.id)), "attachment.missing");
  EXPECT_EQ(refusal(attach_as(bank_.zhou_jun, id, "x")), "complaint.missing");
  EXPECT_EQ(refusal(listed(bank_.li_na, shut)), "complaint.missing") << "it is about her outlet";
  EXPECT_EQ(refusal(open_as(bank_.li_na, hidden->view.id)), "attachment.missing");
  EXPECT_EQ(refusal(open_as(bank_.chen_yu, {view.id.number + 1'000'000})), "attachment.missing");
  EXPECT_EQ(world(), before);
}

TEST_P(AnAttachment, IsRefusedWhenTheCaseIsFull) {
  const auto id = registered().id;
  EXPECT_EQ(refusal(attach_as(bank_.li_na, id, std::string(1'001, 'x'))), "attachment.case_full");
  for (const char* bytes : {"1", "2", "3"}) attached(id, bytes);
  EXPECT_EQ(refusal(attach_as(bank_.li_na, id, "4")), "attachment.case_full");
  EXPECT_FALSE(attach_as(bank_.li_na, id, "3")->is_new) << "which is there already";
}

TEST_P(AnAttachment, IsComparedWithItsFile) {
  const auto id = registered().id;
  attached(id, "1");
  const auto lost = attached(id, "22");
  const auto compared = [&](files::Vault::Depth depth) {
    const auto stored =
        bank_.read(bank_.chen_yu, [](Work& work) { return stored_files(work, {0}, 2); });
    return compare_files(vault_, stored, depth, 2);
  };
  EXPECT_TRUE(compared(files::Vault::Depth::content).differences.empty());
  EXPECT_EQ(compared(files::Vault::Depth::size).compared, 2);
  EXPECT_EQ(compared(files::Vault::Depth::size).next, lost.id.number);
  const auto file = open_as(bank_.chen_yu, lost.id)->file;
  std::filesystem::remove(root_.path() / "files" / file.substr(0, 2) / file);
  const auto differs = compared(files::Vault::Depth::size).differences;
  ASSERT_EQ(differs.size(), 1u);
  EXPECT_EQ(differs[0].attachment_id.number, lost.id.number);
  EXPECT_EQ(differs[0].fault, files::FileFault::missing);
}

TEST_P(AnAttachment, GoesWithItsCaseAndItsFileIsAStrayThen) {
  const auto id = registered().id;
  const auto view = attached(id);
  const auto file = open_as(bank_.chen_yu, view.id)->file;
  const auto named = [&] {
    return bank_.read(bank_.chen_yu, [&](Work& work) { return named_files(work.tx, {file, "x"}); });
  };
  EXPECT_EQ(named(), std::set<std::string>{file});
  const auto erased = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<void> {
    const auto complaint = find_complaint(work, Actor::system(), id);
    const auto key = sealing::new_key(work);
    evidence::append(work, "complaint.import_undone",
                     evidence::Subject(work.new_id<Complaint>(), key), evidence::Nothing{});
    erase(work, *complaint);
    return {};
  });
  ASSERT_TRUE(erased.has_value());
  EXPECT_TRUE(named().empty());
  EXPECT_TRUE(world().at("attachments").empty());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnAttachment, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
