title("page.title");
