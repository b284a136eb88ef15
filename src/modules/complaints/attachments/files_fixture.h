// Files of complaints for tests: a vault, and what people do with what is in it.
#pragma once

#include <string>

#include "modules/complaints/attachments/service.h"
#include "modules/complaints/complaints_fixture.h"
#include "test/support/people.h"

namespace xb::complaints {

class Files : public Department {
 protected:
  files::Received received(const std::string& bytes) {
    const auto incoming = *vault_.receive();
    EXPECT_TRUE(incoming->take(bytes).has_value());
    return *incoming->finish();
  }
  Result<Attached> attach_as(const Actor& actor, Id<Complaint> id, const std::string& bytes,
                             const std::string& name = "客户13812345678凭证.txt") {
    const auto file = received(bytes);
    return bank_.write(actor, test::monday, [&](Work& work) {
      return attach(work, id, AttachmentKind::voucher, name, file, vault_.limits());
    });
  }
  AttachmentView attached(Id<Complaint> id, const std::string& bytes = "凭证一张") {
    const auto made = attach_as(bank_.li_na, id, bytes);
    EXPECT_TRUE(made.has_value()) << refusal(made);
    return made->view;
  }
  Result<AttachmentView> void_as(const Actor& actor, Id<Attachment> id) {
    const auto voiding = input<Voiding>(R"({"reason": "传错了，是王小二的"})");
    return bank_.write(actor, test::monday,
                       [&](Work& work) { return void_attachment(work, id, voiding); });
  }
  Result<Attachment> open_as(const Actor& actor, Id<Attachment> id) {
    const auto opening = input<AttachmentOpening>(R"({"reason": "核对欧阳明月的凭证"})");
    return bank_.write(actor, test::monday,
                       [&](Work& work) { return open_attachment(work, id, opening); });
  }
  // About a colleague of Li Na, and so kept from her whole outlet.
  Id<Complaint> shut_case() {
    const auto hired = bank_.write(Actor::system(), test::monday, [](Work& work) -> Result<void> {
      test::hire(work, {{221}, "wutao", "teller", "210001"});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
    return registered(R"({"intake_channel": "柜面", "summary": "态度", "accused_id": 221,
                          "complainant": {"name": "李四"}})")
        .id;
  }
  Result<AttachmentList> listed(const Actor& actor, Id<Complaint> id) {
    return bank_.read(actor, [&](Work& work) { return list_attachments(work, id); });
  }

  test::Folder root_;
  files::Vault vault_{root_.path() / "files", {.files_of_case_max = 3, .bytes_of_case_max = 1'000}};
};

}  // namespace xb::complaints
